using System.Net;
using System.Text.Json.Nodes;
using BillingBot.Channels;
using BillingBot.Protocol;

namespace BillingBot.Tests.Channels.Activities;

public sealed class MessagesEndpointTests : IAsyncLifetime
{
    private ActivityHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ActivityAnswers.OpenAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task An_accepted_activity_is_answered_202_and_empty()
    {
        using var answer = await _host.PostAsync(TestToken.Channel);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Empty(await answer.BodyAsync());
        Assert.Equal("my card is 4111", Assert.Single(_host.Taken).Text);
    }

    [Fact]
    public async Task An_ignored_activity_is_answered_200_and_empty()
    {
        _host.Answer = new IntakeResult.Ignored();

        using var answer = await _host.PostAsync(TestToken.Channel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.BodyAsync());
    }

    [Fact]
    public async Task Expected_replies_come_in_the_answer()
    {
        _host.Answer = new IntakeResult.Replies(
            [new OutgoingActivity { Type = "message", Text = "こんにちは" }, new OutgoingActivity { Type = "typing" }]);

        using var answer = await _host.PostAsync(TestToken.Channel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var expected = JsonNode.Parse("""{"activities":[{"type":"message","text":"こんにちは"},{"type":"typing"}]}""");
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(await answer.BodyAsync())));
    }

    [Fact]
    public async Task An_invokes_status_and_body_are_the_answer()
    {
        _host.Answer = new IntakeResult.Invoked(412, new JsonObject { ["id"] = "x" });
        using var withBody = await _host.PostAsync(TestToken.Channel);
        _host.Answer = new IntakeResult.Invoked(501, null);
        using var without = await _host.PostAsync(TestToken.Channel);

        Assert.Equal(HttpStatusCode.PreconditionFailed, withBody.StatusCode);
        Assert.Equal("""{"id":"x"}""", await withBody.BodyAsync());
        Assert.Equal(HttpStatusCode.NotImplemented, without.StatusCode);
        Assert.Empty(await without.BodyAsync());
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

        await _host.RefusedAsync(HttpStatusCode.Unauthorized, answer);
        Assert.Equal("Bearer", Assert.Single(answer.Headers.WwwAuthenticate).Scheme);
    }

    [Fact]
    public async Task A_refused_token_is_answered_401_without_saying_why()
    {
        using var answer = await _host.PostAsync(TestToken.Channel with { Audience = "another-bot" });

        Assert.DoesNotContain("audience", await _host.RefusedAsync(HttpStatusCode.Unauthorized, answer), StringComparison.OrdinalIgnoreCase);
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
}
