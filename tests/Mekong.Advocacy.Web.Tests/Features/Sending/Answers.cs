namespace Mekong.Advocacy.Web.Tests.Features.Sending;

/// <summary>What the API is expected to say.</summary>
internal static class Answers
{
    internal static Guid Made(ApiAnswer answer)
    {
        Assert.True(answer.Code == 201, answer.ToString());
        return answer.Json.GetProperty("id").GetGuid();
    }

    internal static void Done(ApiAnswer answer) => Assert.True(answer.Code == 204, answer.ToString());

    internal static void Refuses(int status, string code, ApiAnswer answer)
    {
        Assert.True(answer.Code == status, answer.ToString());
        Assert.Equal(code, answer.Json.GetProperty("code").GetString());
    }
}
