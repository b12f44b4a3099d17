using System.Net;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Channels.DirectLine;

/// <summary>What holds for every call.</summary>
public sealed class GateTests(DirectLineBot shared) : IClassFixture<DirectLineBot>
{
    private const string Site = "https://www.example.com";
    private readonly BotHost _bot = shared.Bot;

    [Theory]
    [InlineData("GET", "tokens/generate", "POST")]
    [InlineData("PUT", "tokens/refresh", "POST")]
    [InlineData("GET", "conversations", "POST")]
    [InlineData("DELETE", "conversations/x", "GET")]
    [InlineData("PATCH", "conversations/x/activities", "GET, POST")]
    [InlineData("GET", "conversations/x/upload", "POST")]
    public async Task A_method_that_a_resource_does_not_take_is_405_with_what_it_takes(string method, string path, string allow)
    {
        var refused = await DirectLineClient.Server(_bot).CallAsync(new HttpMethod(method), path, null);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "MethodNotAllowed"), (refused.Status, refused.ErrorCode));
        Assert.StartsWith(allow, string.Join(", ", refused.Response.Content.Headers.Allow), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("session/getsessionid")]
    [InlineData("conversations/x/activities/1")]
    [InlineData("conversations/unknown")]
    [InlineData("conversations/unknown/activities")]
    public async Task What_is_not_there_is_404_in_the_protocols_shape(string path)
    {
        var refused = await DirectLineClient.Server(_bot).GetAsync(path);
        Assert.Equal((HttpStatusCode.NotFound, "NotFound"), (refused.Status, refused.ErrorCode));
        Assert.NotEmpty((string)refused.Body!["error"]!["message"]!);
    }

    [Fact]
    public async Task A_page_of_a_strange_site_gets_no_leave_from_the_browser()
    {
        var preflight = await PreflightAsync(_bot, Site);
        Assert.False(preflight.Response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData(Site, Site)]
    [InlineData("*", "*")]
    public async Task A_page_of_a_trusted_site_may_call_and_read_every_answer(string trusted, string allowed)
    {
        using var bot = BotHost.Start(settings: ("DirectLine:TrustedOrigins:0", trusted));
        var preflight = await PreflightAsync(bot, Site);
        Assert.Equal(HttpStatusCode.NoContent, preflight.Status);
        Assert.Equal([allowed], preflight.Response.Headers.GetValues("Access-Control-Allow-Origin"));
        var headers = string.Join(',', preflight.Response.Headers.GetValues("Access-Control-Allow-Headers"));
        foreach (var header in (string[])["authorization", "content-type", "x-ms-bot-agent", "x-requested-with"])
        {
            Assert.Contains(header, headers, StringComparison.OrdinalIgnoreCase);
        }

        foreach (var path in (string[])["conversations", "nothing"])
        {
            var refused = await new DirectLineClient(bot, "bad").PostAsync(path, "", ("Origin", Site));
            Assert.Equal([allowed], refused.Response.Headers.GetValues("Access-Control-Allow-Origin"));
            Assert.Equal(["Retry-After"], refused.Response.Headers.GetValues("Access-Control-Expose-Headers"));
        }
    }

    [Fact]
    public async Task Too_many_calls_are_told_when_to_come_again_and_disturb_nobody_else()
    {
        using var bot = BotHost.Start(settings: ("DirectLine:RequestsPerMinute", "10"));
        var eager = await DirectLineClient.GuestAsync(bot);
        var calls = await Task.WhenAll(Enumerable.Range(0, 14).Select(_ => eager.PostAsync("tokens/refresh")));
        Assert.Equal(10, calls.Count(call => call.Status == HttpStatusCode.OK));
        var refused = calls.First(call => call.Status == HttpStatusCode.TooManyRequests);
        Assert.Equal("TooManyRequests", refused.ErrorCode);
        Assert.True(refused.Response.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        var other = await DirectLineClient.GuestAsync(bot);
        Assert.Equal(HttpStatusCode.Created, (await other.PostAsync("conversations")).Status);
    }

    private static Task<DirectLineCall> PreflightAsync(BotHost bot, string origin) => new DirectLineClient(bot, null).CallAsync(
        HttpMethod.Options,
        "conversations/x/activities",
        null,
        ("Origin", origin),
        ("Access-Control-Request-Method", "POST"),
        ("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent,x-requested-with"));
}
