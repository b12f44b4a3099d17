using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.WebChat;

public sealed class TokenTests(DemoBot demo, ProductionBot production) : IClassFixture<DemoBot>, IClassFixture<ProductionBot>
{
    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"as\":null}")]
    public async Task Anybody_may_chat_as_a_guest(string body)
    {
        var answer = await PostAsync(production.Bot, body, HttpStatusCode.OK);

        Assert.StartsWith("dl_", (string?)answer["userId"], StringComparison.Ordinal);
        Assert.NotEmpty((string)answer["token"]!);
        Assert.NotEmpty((string)answer["conversationId"]!);
        Assert.True((int)answer["expires_in"]! > 0);
    }

    [Fact]
    public async Task Two_guests_share_neither_user_nor_conversation()
    {
        var first = await PostAsync(production.Bot, "", HttpStatusCode.OK);
        var second = await PostAsync(production.Bot, "", HttpStatusCode.OK);

        Assert.NotEqual((string?)first["userId"], (string?)second["userId"]);
        Assert.NotEqual((string?)first["conversationId"], (string?)second["conversationId"]);
    }

    [Fact]
    public async Task A_developer_may_chat_as_a_person_of_the_demo()
    {
        var answer = await PostAsync(demo.Bot, "{\"as\":\"contoso-alex\"}", HttpStatusCode.OK);

        Assert.Equal("dl_contoso-alex", (string?)answer["userId"]);
    }

    [Fact]
    public Task Outside_Development_nobody_chooses_who_they_are() =>
        RefusedAsync(production.Bot, "{\"as\":\"contoso-alex\"}", HttpStatusCode.Forbidden);

    [Fact]
    public Task A_developers_tunnel_lets_nobody_choose_who_they_are() =>
        RefusedAsync(demo.Bot, "{\"as\":\"contoso-alex\"}", HttpStatusCode.Forbidden, ("X-Forwarded-For", "203.0.113.9"));

    [Fact]
    public Task An_unknown_person_is_not_found() =>
        RefusedAsync(demo.Bot, "{\"as\":\"nobody\"}", HttpStatusCode.NotFound);

    [Theory]
    [InlineData("{\"as\":")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"as\":7}")]
    public Task A_body_that_is_something_else_is_refused(string body) =>
        RefusedAsync(demo.Bot, body, HttpStatusCode.BadRequest);

    [Fact]
    public Task A_body_without_end_is_refused() =>
        RefusedAsync(demo.Bot, new string(' ', 5_000), HttpStatusCode.BadRequest);

    [Fact]
    public async Task Guests_stay_outside_when_the_partner_wants_it_and_one_address_cannot_ask_for_ever()
    {
        await using var bot = BotHost.Start(settings: [("WebChat:AllowGuests", "false"), ("WebChat:TokensPerMinute", "2")]);
        await RefusedAsync(bot, "", HttpStatusCode.Forbidden);
        await RefusedAsync(bot, "", HttpStatusCode.Forbidden);

        using var answer = await SendAsync(bot, "");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
    }

    private static async Task RefusedAsync(
        BotHost bot, string body, HttpStatusCode status, params (string Name, string Value)[] headers)
    {
        var problem = await PostAsync(bot, body, status, headers);

        Assert.Equal((int)status, (int?)problem["status"]);
        Assert.NotEmpty((string)problem["detail"]!);
    }

    private static async Task<JsonNode> PostAsync(
        BotHost bot, string body, HttpStatusCode status, params (string Name, string Value)[] headers)
    {
        using var answer = await SendAsync(bot, body, headers);
        Assert.Equal(status, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task<HttpResponseMessage> SendAsync(
        BotHost bot, string body, params (string Name, string Value)[] headers)
    {
        using var client = bot.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webchat/token")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
