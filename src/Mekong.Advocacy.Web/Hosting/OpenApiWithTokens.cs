using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Mekong.Advocacy.Web.Hosting;

/// <summary>Names the API and says in its description that every call carries a bearer token.</summary>
internal sealed class OpenApiWithTokens : IOpenApiDocumentTransformer
{
    private const string Scheme = "bearer";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info.Title = "Mekong.Advocacy";
        document.Info.Description = "Tokens are made with: advocacy token create --account E --name N";
        document.Components ??= new OpenApiComponents();
        document.AddComponent(Scheme, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Scheme });
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
        return Task.CompletedTask;
    }
}
