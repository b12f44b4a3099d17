using System.Net;
using BillingBot.Channels.Activities;

namespace BillingBot.Tests.Channels.Activities;

/// <summary>What the connector's refusals, silence and throttling mean for a message.</summary>
public sealed class ConnectorTroubleTests : IAsyncLifetime
{
    private ConnectorRoom _room = null!;

    public async ValueTask InitializeAsync() => _room = await ConnectorRoom.OpenAsync();

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Theory]
    [InlineData(408)]
    [InlineData(412)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Passing_troubles_are_transient_and_tried_once(int status)
    {
        _room.Answers((HttpStatusCode)status, "<html>");

        Assert.Equal(new SendResult.Transient($"HTTP {status}"), await _room.SendAsync());
        Assert.Equal(1, _room.Host.Internet.Count(ConnectorRoom.Conversation));
    }

    [Theory]
    [InlineData(400, """{"error":{"code":"BadSyntax","message":"m"}}""", "BadSyntax")]
    [InlineData(403, """{"error":{"code":"BotNotInConversationRoster"}}""", "BotNotInConversationRoster")]
    [InlineData(403, """{"message":"no"}""", null)]
    [InlineData(404, "<html>", null)]
    [InlineData(405, "", null)]
    [InlineData(413, """{"error":{"code":"MessageSizeTooBig"}}""", "MessageSizeTooBig")]
    [InlineData(302, "", null)]
    [InlineData(501, """{"error":"text"}""", null)]
    public async Task Everything_else_is_final(int status, string body, string? code)
    {
        _room.Answers((HttpStatusCode)status, body);

        Assert.Equal(new SendResult.Rejected(status, code), await _room.SendAsync());
        Assert.Equal(1, _room.Host.Internet.Count(ConnectorRoom.Conversation));
    }

    [Fact]
    public async Task A_customer_who_blocked_the_bot_is_told_apart()
    {
        _room.Answers(HttpStatusCode.Forbidden, """{"error":{"code":"MessageWritesBlocked"}}""");

        Assert.Equal(new SendResult.Blocked(), await _room.SendAsync());
    }

    [Theory]
    [InlineData("17", 17.0)]
    [InlineData("Mon, 02 Mar 2026 09:00:30 GMT", 30.0)]
    [InlineData("Mon, 02 Mar 2026 08:00:00 GMT", 0.0)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public async Task Throttling_says_how_long_to_wait(string? retryAfter, double? seconds)
    {
        _room.Host.Internet.On(HttpMethod.Post, ConnectorRoom.Conversation, _ =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
            if (retryAfter is not null)
                response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
            return response;
        });

        Assert.Equal(new SendResult.Throttled(seconds is { } s ? TimeSpan.FromSeconds(s) : null), await _room.SendAsync());
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once()
    {
        _room.Host.Internet.On(HttpMethod.Post, ConnectorRoom.Conversation, request => new HttpResponseMessage(
            request.Headers["Authorization"] == "Bearer token-1" ? HttpStatusCode.Unauthorized : HttpStatusCode.Created));

        Assert.Equal(new SendResult.Sent(null), await _room.SendAsync());
        Assert.Equal(new SendResult.Sent(null), await _room.SendAsync());
        Assert.Equal(3, _room.Host.Internet.Count(ConnectorRoom.Conversation));
        Assert.Equal(2, _room.Login.Asked.Count);
    }

    [Fact]
    public async Task A_renewed_token_that_is_refused_too_is_final()
    {
        _room.Answers(HttpStatusCode.Unauthorized, """{"error":{"code":"Unauthorized"}}""");

        Assert.Equal(new SendResult.Rejected(401, "Unauthorized"), await _room.SendAsync());
        Assert.Equal(2, _room.Host.Internet.Count(ConnectorRoom.Conversation));
    }

    [Fact]
    public async Task A_lost_connection_is_transient()
    {
        _room.Host.Internet.On(HttpMethod.Post, ConnectorRoom.Conversation, _ =>
            throw new HttpRequestException(HttpRequestError.NameResolutionError, "no such host"));

        Assert.Equal(new SendResult.Transient("no connection: NameResolutionError"), await _room.SendAsync());
    }

    [Fact]
    public async Task Ten_seconds_of_silence_are_transient()
    {
        var arrived = new TaskCompletionSource();
        _room.Host.Internet.OnAsync(HttpMethod.Post, ConnectorRoom.Conversation, (_, cancellationToken) => Silence(arrived, cancellationToken));
        var send = _room.SendAsync();
        await arrived.Task;

        _room.Host.Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(send.IsCompleted);
        _room.Host.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(new SendResult.Transient("timeout"), await send);
    }

    [Fact]
    public async Task No_token_to_be_had_is_transient_and_nothing_is_sent()
    {
        _room.Login.Fail(HttpStatusCode.Unauthorized, "invalid_client");

        Assert.Equal(new SendResult.Transient("no token: invalid_client"), await _room.SendAsync());
        Assert.Equal(0, _room.Host.Internet.Count(ConnectorRoom.Conversation));
    }

    [Fact]
    public async Task A_caller_who_gives_up_gets_the_cancellation()
    {
        using var cancel = new CancellationTokenSource();
        var arrived = new TaskCompletionSource();
        _room.Host.Internet.OnAsync(HttpMethod.Post, ConnectorRoom.Conversation, (_, cancellationToken) => Silence(arrived, cancellationToken));
        var send = _room.Connector.SendAsync(TestToken.ServiceUrl, "19:c", ConnectorRoom.Hello, "d", cancel.Token);
        await arrived.Task;

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => send);
    }

    private static async Task<HttpResponseMessage> Silence(TaskCompletionSource arrived, CancellationToken cancellationToken)
    {
        arrived.SetResult();
        return await new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(cancellationToken);
    }
}
