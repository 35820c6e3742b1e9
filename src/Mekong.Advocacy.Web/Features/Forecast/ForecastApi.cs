using System.Text.Json.Nodes;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Messages;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.Localization;
using Microsoft.OpenApi;

namespace Mekong.Advocacy.Web.Features.Forecast;

/// <summary>What texts will cost, over HTTP: of an alert, and of any text.</summary>
internal static class ForecastApi
{
    public const int LongestText = 10_000;

    private static readonly Refusal NeedsText = new("sms.needs-text", "text"), TextTooLong = new("sms.text-too-long", "text", "10000");

    public static void MapAlerts(RouteGroupBuilder alerts) =>
        alerts.MapGet("/{id:guid}/forecast", OfAlert).WithName("forecastAlert").Produces<ForecastJson>().ProducesProblem(404)
            .WithSummary("What the alert's texts will cost if it leaves now, by language and country").AddOpenApiOperationTransformer((operation, _, _) => Show(operation, AlertExample));

    public static void MapSms(RouteGroupBuilder sms) =>
        sms.MapPost("/forecast", OfText).WithName("forecastText").Produces<SmsCountJson>().ProducesProblem(422)
            .WithSummary("How a network will encode and cut a text").AddOpenApiOperationTransformer((operation, _, _) => Show(operation, TextExample, """{"text":"Let the river run €"}"""));

    private static async Task<IResult> OfAlert(Guid id, Decider decider, AlertForecast forecast, IStringLocalizer<Words> words, CancellationToken ct)
    {
        var (alert, _) = await decider.Load(Alert.Fold, id, ct);
        return alert.Content is null ? Problems.Of([AlertRefusals.NoSuchAlert], words) : Results.Ok(ForecastJson.From(await forecast.Of(id, alert.Content, ct)));
    }

    private static IResult OfText(SmsTextJson body, IStringLocalizer<Words> words) => body.Text switch
    {
        null => Problems.Of([NeedsText], words),
        { Length: > LongestText } => Problems.Of([TextTooLong], words),
        var text => Results.Ok(SmsCountJson.From(SmsSegments.Count(text))),
    };

    private const string TextExample = """{"encoding":"GSM-7","units":20,"parts":1}""";

    private const string AlertExample = """
        {"rows":[{"language":"km","country":"KH","encoding":"UCS-2","characters":61,"units":98,"parts":2,"recipients":602,"allParts":1204,"price":0.04,"cost":48.16}],
        "recipients":602,"parts":1204,"cost":48.16,"currency":"USD","cap":100,"overCap":false,"unpriced":[]}
        """;

    private static Task Show(OpenApiOperation operation, string answer, string? question = null)
    {
        if (operation.Responses?["200"].Content is { } answers) foreach (var form in answers.Values) form.Example = JsonNode.Parse(answer);
        if (question is not null && operation.RequestBody?.Content is { } questions) foreach (var form in questions.Values) form.Example = JsonNode.Parse(question);
        return Task.CompletedTask;
    }
}
