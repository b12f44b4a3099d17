using System.Net;
using System.Text.Json.Nodes;
using BillingBot.Channels;
using BillingBot.Protocol;

namespace BillingBot.Tests.Channels.Activities;

public sealed class MessagesEndpointTests : IAsyncLifetime
{
    private ActivityHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await ActivityHost.StartAsync();
        _ = new TestAuthority(
            _host.Internet,
            "https://login.botframework.com/v1/.well-known/openidconfiguration",
            TestKey.First.Published(["msteams"]));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task An_accepted_activity_is_answered_202_and_empty()
    {
        using var answer = await _host.PostAsync(TestToken.Channel);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Empty(await Body(answer));
        Assert.Equal("my card is 4111", Assert.Single(_host.Taken).Text);
    }

    [Fact]
    public async Task An_ignored_activity_is_answered_200_and_empty()
    {
        _host.Answer = new IntakeResult.Ignored();

        using var answer = await _host.PostAsync(TestToken.Channel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await Body(answer));
    }

    [Fact]
    public async Task Expected_replies_come_in_the_answer()
    {
        _host.Answer = new IntakeResult.Replies(
            [new OutgoingActivity { Type = "message", Text = "こんにちは" }, new OutgoingActivity { Type = "typing" }]);

        using var answer = await _host.PostAsync(TestToken.Channel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var expected = JsonNode.Parse("""{"activities":[{"type":"message","text":"こんにちは"},{"type":"typing"}]}""");
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(await Body(answer))));
    }

    [Fact]
    public async Task An_invokes_status_and_body_are_the_answer()
    {
        _host.Answer = new IntakeResult.Invoked(412, new JsonObject { ["id"] = "x" });
        using var withBody = await _host.PostAsync(TestToken.Channel);
        _host.Answer = new IntakeResult.Invoked(501, null);
        using var without = await _host.PostAsync(TestToken.Channel);

        Assert.Equal(HttpStatusCode.PreconditionFailed, withBody.StatusCode);
        Assert.Equal("""{"id":"x"}""", await Body(withBody));
        Assert.Equal(HttpStatusCode.NotImplemented, without.StatusCode);
        Assert.Empty(await Body(without));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer a b")]
    [InlineData("bearer a.b.c")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public async Task Without_a_well_formed_bearer_header_nothing_is_read(string? authorization)
    {
        using var answer = await _host.PostAsync(authorization, "{ not even JSON");

        await IsProblem(HttpStatusCode.Unauthorized, answer);
        Assert.Equal("Bearer", Assert.Single(answer.Headers.WwwAuthenticate).Scheme);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=shift_jis")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Another_media_type_is_answered_415(string contentType)
    {
        using var answer = await _host.PostAsync(Authorization(), ActivityPosts.Message().ToJsonString(), contentType);

        await IsProblem(HttpStatusCode.UnsupportedMediaType, answer);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON; charset=UTF-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    public async Task JSON_may_say_so_in_any_usual_way(string contentType)
    {
        using var answer = await _host.PostAsync(Authorization(), ActivityPosts.Message().ToJsonString(), contentType);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_of_300_KB_is_answered_413()
    {
        using var answer = await _host.PostAsync(Authorization(), BodyOf(300 * 1024));

        await IsProblem(HttpStatusCode.RequestEntityTooLarge, answer);
    }

    [Fact]
    public async Task A_body_that_hides_its_length_is_answered_413_all_the_same()
    {
        using var client = _host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new UnsizedContent(300 * 1024) };
        request.Headers.TryAddWithoutValidation("Authorization", Authorization());

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        await IsProblem(HttpStatusCode.RequestEntityTooLarge, answer);
    }

    [Fact]
    public async Task A_body_of_256_KiB_is_read()
    {
        using var answer = await _host.PostAsync(Authorization(), BodyOf(256 * 1024));

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("""{"type":"message"} trailing""")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"message","text":{"secret":"4111"}}""")]
    [InlineData("""{"type":"message","text":"\ud800"}""")]
    public async Task Broken_JSON_and_wrong_types_are_answered_400(string body)
    {
        using var answer = await _host.PostAsync(Authorization(), body);

        await IsProblem(HttpStatusCode.BadRequest, answer);
    }

    [Fact]
    public async Task Deep_nesting_is_answered_400()
    {
        var body = $"{{\"value\":{new string('[', 10_000)}{new string(']', 10_000)}}}";

        using var answer = await _host.PostAsync(Authorization(), body);

        await IsProblem(HttpStatusCode.BadRequest, answer);
    }

    [Fact]
    public async Task A_byte_order_mark_is_forgiven()
    {
        using var answer = await _host.PostAsync(Authorization(), $"\uFEFF{ActivityPosts.Message().ToJsonString()}");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Fact]
    public async Task Unknown_types_and_members_are_accepted()
    {
        var activity = ActivityPosts.Message();
        activity["type"] = "somethingNew";
        activity["unknown"] = new JsonObject { ["a"] = 1 };

        using var answer = await _host.PostAsync(TestToken.Channel, activity);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Fact]
    public async Task A_refused_token_is_answered_401_without_saying_why()
    {
        using var answer = await _host.PostAsync(TestToken.Channel with { Audience = "another-bot" });

        Assert.DoesNotContain("audience", await IsProblem(HttpStatusCode.Unauthorized, answer), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(_host.Taken);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Other_methods_are_answered_405(string method)
    {
        using var client = _host.Client();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/messages");

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["POST"], answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task Without_an_app_id_production_lets_nobody_in()
    {
        await using var host = await ActivityHost.StartAsync(new Dictionary<string, string?>(StringComparer.Ordinal));

        using var with = await host.PostAsync(TestToken.Channel);
        using var without = await host.PostAsync((TestToken?)null);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (with.StatusCode, without.StatusCode));
        Assert.Contains("MicrosoftAppId is not set", host.Log.All, StringComparison.Ordinal);
        Assert.Empty(host.Internet.Seen);
    }

    private string Authorization() => $"Bearer {TestToken.Channel.Write(_host.Clock)}";

    private static string BodyOf(int bytes)
    {
        var activity = ActivityPosts.Message();
        activity["text"] = "";
        var rest = bytes - activity.ToJsonString().Length;
        activity["text"] = new string('x', rest);
        return activity.ToJsonString();
    }

    private async Task<string> IsProblem(HttpStatusCode status, HttpResponseMessage answer)
    {
        var body = await Body(answer);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal((int)status, (int?)JsonNode.Parse(body)?["status"]);
        Assert.DoesNotContain("Exception", body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("4111", body, StringComparison.Ordinal);
        Assert.Empty(_host.Taken);
        return body;
    }

    private static Task<string> Body(HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
