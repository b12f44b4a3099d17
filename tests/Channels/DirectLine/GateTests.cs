using System.Net;
using BillingBot.Channels.DirectLine;
using BillingBot.Tests.Host;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BillingBot.Tests.Channels.DirectLine;

/// <summary>What holds for every call.</summary>
[Collection<DirectLineCollection>]
public sealed class GateTests(DirectLineBot shared)
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

    [Fact]
    public async Task A_page_of_a_trusted_site_may_call_and_read_every_answer_until_it_calls_too_often()
    {
        using var bot = BotHost.Start(settings: [("DirectLine:TrustedOrigins:0", Site), ("DirectLine:RequestsPerMinute", "10"), BotHost.NoArticles]);
        var preflight = await PreflightAsync(bot, Site);
        Assert.Equal(HttpStatusCode.NoContent, preflight.Status);
        Assert.Equal([Site], preflight.Response.Headers.GetValues("Access-Control-Allow-Origin"));
        var headers = string.Join(',', preflight.Response.Headers.GetValues("Access-Control-Allow-Headers"));
        foreach (var header in (string[])["authorization", "content-type", "x-ms-bot-agent", "x-requested-with"])
        {
            Assert.Contains(header, headers, StringComparison.OrdinalIgnoreCase);
        }

        var eager = await DirectLineClient.GuestAsync(bot);
        var calls = await Task.WhenAll(Enumerable.Range(0, 14).Select(_ => eager.PostAsync("tokens/refresh", "", ("Origin", Site))));
        Assert.Equal(10, calls.Count(call => call.Status == HttpStatusCode.OK));
        var refused = calls.First(call => call.Status == HttpStatusCode.TooManyRequests);
        Assert.Equal("TooManyRequests", refused.ErrorCode);
        Assert.True(refused.Response.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        var other = await DirectLineClient.GuestAsync(bot);
        DirectLineCall[] answers =
        [
            refused,
            await other.PostAsync("conversations", "", ("Origin", Site)),
            await other.GetAsync("nothing", ("Origin", Site)),
            await other.With("bad").PostAsync("conversations", "", ("Origin", Site)),
        ];
        Assert.Equal(
            [HttpStatusCode.TooManyRequests, HttpStatusCode.Created, HttpStatusCode.NotFound, HttpStatusCode.Unauthorized],
            answers.Select(answer => answer.Status));
        Assert.All(answers, answer =>
        {
            Assert.Equal([Site], answer.Response.Headers.GetValues("Access-Control-Allow-Origin"));
            Assert.Equal(["Retry-After"], answer.Response.Headers.GetValues("Access-Control-Expose-Headers"));
        });
    }

    [Fact]
    public void Every_site_may_call_when_every_site_is_trusted()
    {
        var options = Options.Create(new DirectLineOptions { TrustedOrigins = ["*"] });
        var context = new DefaultHttpContext();
        context.Request.Headers.Origin = Site;
        new DirectLineCors(new CorsService(Options.Create(new CorsOptions()), NullLoggerFactory.Instance), options).Apply(context);
        Assert.Equal("*", context.Response.Headers.AccessControlAllowOrigin);
    }

    private static Task<DirectLineCall> PreflightAsync(BotHost bot, string origin) => new DirectLineClient(bot, null).CallAsync(
        HttpMethod.Options,
        "conversations/x/activities",
        null,
        ("Origin", origin),
        ("Access-Control-Request-Method", "POST"),
        ("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent,x-requested-with"));
}
