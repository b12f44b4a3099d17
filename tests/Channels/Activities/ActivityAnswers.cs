using System.Net;
using System.Text.Json.Nodes;

namespace BillingBot.Tests.Channels.Activities;

/// <summary>What a channel reads of the endpoint's answer.</summary>
internal static class ActivityAnswers
{
    /// <summary>A host that knows the key of a channel.</summary>
    public static async Task<ActivityHost> OpenAsync()
    {
        var host = await ActivityHost.StartAsync();
        _ = new TestAuthority(
            host.Internet,
            "https://login.botframework.com/v1/.well-known/openidconfiguration",
            TestKey.First.Published(["msteams"]));
        return host;
    }

    /// <summary>The header of a channel that may come in.</summary>
    public static string Authorization(this ActivityHost host) => $"Bearer {TestToken.Channel.Write(host.Clock)}";

    public static Task<string> BodyAsync(this HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    /// <summary>It was refused, nothing was taken, and the answer gives nothing away.</summary>
    /// <returns>The body.</returns>
    public static async Task<string> RefusedAsync(this ActivityHost host, HttpStatusCode status, HttpResponseMessage answer)
    {
        var body = await answer.BodyAsync();
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal((int)status, (int?)JsonNode.Parse(body)?["status"]);
        Assert.DoesNotContain("Exception", body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("4111", body, StringComparison.Ordinal);
        Assert.Empty(host.Taken);
        return body;
    }
}
