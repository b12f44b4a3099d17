using System.Net;
using System.Text.Json.Nodes;

namespace BillingBot.Tests.Channels.Activities;

public sealed class AnonymousAccessTests
{
    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("::1", "::1")]
    [InlineData("::ffff:127.0.0.1", "::ffff:127.0.0.1")]
    public async Task A_tool_on_the_developers_machine_needs_no_token(string remote, string local)
    {
        await using var host = await StartAsync();
        (host.Remote, host.Local) = (IPAddress.Parse(remote), IPAddress.Parse(local));

        using var answer = await host.PostAsync(null, LocalMessage());

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Single(host.Taken);
    }

    [Theory]
    [InlineData("203.0.113.9", "127.0.0.1")]
    [InlineData("127.0.0.1", "198.51.100.1")]
    [InlineData(null, "127.0.0.1")]
    [InlineData("127.0.0.1", null)]
    public async Task Anybody_else_does(string? remote, string? local)
    {
        await using var host = await StartAsync();
        (host.Remote, host.Local) = (Parse(remote), Parse(local));

        using var answer = await host.PostAsync(null, LocalMessage());

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("x-forwarded-host", "tunnel.example")]
    [InlineData("X-Original-For", "127.0.0.1:80")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("Host", "tunnel.example")]
    [InlineData("Host", "localhost.tunnel.example")]
    public async Task A_tunnel_to_the_developers_machine_does_not_count_as_the_machine(string header, string value)
    {
        await using var host = await StartAsync();
        using var client = host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(LocalMessage().ToJsonString(), null, "application/json"),
        };
        request.Headers.TryAddWithoutValidation(header, value);

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("http://169.254.169.254/")]
    [InlineData("http://localhost.example/")]
    public async Task Without_a_token_the_answer_stays_on_the_machine(string serviceUrl)
    {
        await using var host = await StartAsync();
        var activity = LocalMessage();
        activity["serviceUrl"] = serviceUrl;

        using var answer = await host.PostAsync(null, activity);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Development_alone_opens_nothing()
    {
        await using var host = await StartAsync(("DangerouslyAllowAnonymousOnLoopback", "false"));

        using var answer = await host.PostAsync(null, LocalMessage());

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task With_an_app_id_the_switch_opens_nothing()
    {
        await using var host = await StartAsync(("MicrosoftAppId", TestToken.AppId), ("MicrosoftAppPassword", "x"));

        using var answer = await host.PostAsync(null, LocalMessage());

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static JsonObject LocalMessage()
    {
        var activity = ActivityPosts.Message();
        activity["channelId"] = "emulator";
        activity["serviceUrl"] = "http://localhost:56150/_connector";
        return activity;
    }

    private static IPAddress? Parse(string? address) => address is null ? null : IPAddress.Parse(address);

    private static async Task<ActivityHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal) { ["DangerouslyAllowAnonymousOnLoopback"] = "true" };
        foreach (var (key, value) in settings)
            all[key] = value;
        var host = await ActivityHost.StartAsync(all, "Development");
        (host.Remote, host.Local) = (IPAddress.Loopback, IPAddress.Loopback);
        return host;
    }
}
