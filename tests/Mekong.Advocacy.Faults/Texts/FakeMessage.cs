namespace Mekong.Advocacy.Faults;

/// <summary>A text that the fake has on its books, with the form it came in.</summary>
public sealed record FakeMessage(string Sid, DateTimeOffset CreatedAt, string Status, int? Error, IReadOnlyDictionary<string, string> Form)
{
    public string To => Form["To"];
    public string Body => Form["Body"];
    public Uri? StatusCallback => Form.TryGetValue("StatusCallback", out var url) ? new Uri(url) : null;
}
