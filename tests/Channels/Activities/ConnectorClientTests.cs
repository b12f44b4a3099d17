using System.Net;
using System.Text.Json.Nodes;
using BillingBot.Channels.Activities;
using BillingBot.Protocol;

namespace BillingBot.Tests.Channels.Activities;

public sealed class ConnectorClientTests : IAsyncLifetime
{
    private const string Conversation = "https://smba.trafficmanager.net/emea/v3/conversations/19%3Ac/activities";

    private static readonly OutgoingActivity Hello = new() { Type = "message", Text = "請求書 4111" };

    private ActivityHost _host = null!;
    private LoginAuthority _login = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ConnectorClient Connector => _host.Get<ConnectorClient>();

    public async ValueTask InitializeAsync()
    {
        _host = await ActivityHost.StartAsync();
        _login = new LoginAuthority(_host.Internet);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Sending_appends_to_the_conversation()
    {
        Answers(HttpMethod.Post, Conversation, HttpStatusCode.Created, """{"id":"new-1"}""");

        Assert.Equal(new SendResult.Sent("new-1"), await Send());

        var request = _host.Internet.Seen.Last();
        Assert.Equal("Bearer token-1", request.Headers["Authorization"]);
        Assert.Equal("delivery-7", request.Headers["x-ms-client-request-id"]);
        Assert.Matches(@"^BillingBot/\d+\.\d+\.\d+$", request.Headers["User-Agent"]);
        Assert.Equal("application/json; charset=utf-8", request.Headers["Content-Type"]);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"type":"message","text":"請求書 4111"}"""), JsonNode.Parse(request.Body!)));
    }

    [Fact]
    public async Task Replying_updating_and_deleting_name_the_activity()
    {
        Answers(HttpMethod.Post, $"{Conversation}/a%2F1", HttpStatusCode.OK, """{"id":"r"}""");
        Answers(HttpMethod.Put, $"{Conversation}/a%2F1", HttpStatusCode.OK, """{"id":"u"}""");
        Answers(HttpMethod.Delete, $"{Conversation}/a%2F1", HttpStatusCode.OK, "");

        Assert.Equal(new SendResult.Sent("r"), await Connector.ReplyAsync(TestToken.ServiceUrl, "19:c", "a/1", Hello, "d", Cancel));
        Assert.Equal(new SendResult.Sent("u"), await Connector.UpdateAsync(TestToken.ServiceUrl, "19:c", "a/1", Hello, "d", Cancel));
        Assert.Equal(new SendResult.Sent(null), await Connector.DeleteAsync(TestToken.ServiceUrl, "19:c", "a/1", "d", Cancel));
        Assert.Null(_host.Internet.Seen.Last().Body);
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(202, "{}")]
    [InlineData(202, """{"id":null}""")]
    [InlineData(201, "<html>")]
    [InlineData(201, """{"id":5}""")]
    [InlineData(200, "[]")]
    public async Task A_success_without_a_usable_id_is_still_a_success(int status, string body)
    {
        Answers(HttpMethod.Post, Conversation, (HttpStatusCode)status, body);

        Assert.Equal(new SendResult.Sent(null), await Send());
    }

    [Fact]
    public async Task A_success_with_an_endless_body_is_still_a_success()
    {
        _host.Internet.On(HttpMethod.Post, Conversation, _ =>
            new HttpResponseMessage(HttpStatusCode.Created) { Content = new UnsizedContent(3 * 1024 * 1024) });

        Assert.Equal(new SendResult.Sent(null), await Send());
    }

    [Theory]
    [InlineData(408)]
    [InlineData(412)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Passing_troubles_are_transient_and_tried_once(int status)
    {
        Answers(HttpMethod.Post, Conversation, (HttpStatusCode)status, "<html>");

        Assert.Equal(new SendResult.Transient($"HTTP {status}"), await Send());
        Assert.Equal(1, _host.Internet.Count(Conversation));
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
        Answers(HttpMethod.Post, Conversation, (HttpStatusCode)status, body);

        Assert.Equal(new SendResult.Rejected(status, code), await Send());
        Assert.Equal(1, _host.Internet.Count(Conversation));
    }

    [Fact]
    public async Task A_customer_who_blocked_the_bot_is_told_apart()
    {
        Answers(HttpMethod.Post, Conversation, HttpStatusCode.Forbidden, """{"error":{"code":"MessageWritesBlocked"}}""");

        Assert.Equal(new SendResult.Blocked(), await Send());
    }

    [Theory]
    [InlineData("17", 17.0)]
    [InlineData("Mon, 02 Mar 2026 09:00:30 GMT", 30.0)]
    [InlineData("Mon, 02 Mar 2026 08:00:00 GMT", 0.0)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public async Task Throttling_says_how_long_to_wait(string? retryAfter, double? seconds)
    {
        _host.Internet.On(HttpMethod.Post, Conversation, _ =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
            if (retryAfter is not null)
                response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
            return response;
        });

        Assert.Equal(new SendResult.Throttled(seconds is { } s ? TimeSpan.FromSeconds(s) : null), await Send());
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once()
    {
        _host.Internet.On(HttpMethod.Post, Conversation, request => new HttpResponseMessage(
            request.Headers["Authorization"] == "Bearer token-1" ? HttpStatusCode.Unauthorized : HttpStatusCode.Created));

        Assert.Equal(new SendResult.Sent(null), await Send());
        Assert.Equal(new SendResult.Sent(null), await Send());
        Assert.Equal(3, _host.Internet.Count(Conversation));
        Assert.Equal(2, _login.Asked.Count);
    }

    [Fact]
    public async Task A_renewed_token_that_is_refused_too_is_final()
    {
        Answers(HttpMethod.Post, Conversation, HttpStatusCode.Unauthorized, """{"error":{"code":"Unauthorized"}}""");

        Assert.Equal(new SendResult.Rejected(401, "Unauthorized"), await Send());
        Assert.Equal(2, _host.Internet.Count(Conversation));
    }

    [Fact]
    public async Task A_lost_connection_is_transient()
    {
        _host.Internet.On(HttpMethod.Post, Conversation, _ =>
            throw new HttpRequestException(HttpRequestError.NameResolutionError, "no such host"));

        Assert.Equal(new SendResult.Transient("no connection: NameResolutionError"), await Send());
    }

    [Fact]
    public async Task Ten_seconds_of_silence_are_transient()
    {
        var arrived = new TaskCompletionSource();
        _host.Internet.OnAsync(HttpMethod.Post, Conversation, (_, cancellationToken) => Silence(arrived, cancellationToken));
        var send = Send();
        await arrived.Task;

        _host.Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(send.IsCompleted);
        _host.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(new SendResult.Transient("timeout"), await send);
    }

    [Fact]
    public async Task A_caller_who_gives_up_gets_the_cancellation()
    {
        using var cancel = new CancellationTokenSource();
        var arrived = new TaskCompletionSource();
        _host.Internet.OnAsync(HttpMethod.Post, Conversation, (_, cancellationToken) => Silence(arrived, cancellationToken));
        var send = Connector.SendAsync(TestToken.ServiceUrl, "19:c", Hello, "d", cancel.Token);
        await arrived.Task;

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => send);
    }

    [Fact]
    public async Task No_token_to_be_had_is_transient_and_nothing_is_sent()
    {
        _login.Fail(HttpStatusCode.Unauthorized, "invalid_client");

        Assert.Equal(new SendResult.Transient("no token: invalid_client"), await Send());
        Assert.Equal(0, _host.Internet.Count(Conversation));
    }

    [Theory]
    [InlineData("https://collector.example/", "19:c", "ServiceUrlNotAllowed")]
    [InlineData("http://localhost:5000/", "19:c", "ServiceUrlNotAllowed")]
    [InlineData(TestToken.ServiceUrl, "..", "IdNotAddressable")]
    public async Task Neither_a_call_nor_a_token_goes_to_a_place_that_is_not_allowed(string serviceUrl, string conversation, string code)
    {
        var result = await Connector.SendAsync(serviceUrl, conversation, Hello, "d", Cancel);

        Assert.Equal(new SendResult.Rejected(0, code), result);
        Assert.Empty(_host.Internet.Seen);
    }

    [Fact]
    public async Task Anonymous_development_sends_without_a_token()
    {
        await using var host = await ActivityHost.StartAsync(
            new(StringComparer.Ordinal) { ["DangerouslyAllowAnonymousOnLoopback"] = "true" }, "Development");
        const string Url = "http://localhost:56150/_connector/v3/conversations/c/activities";
        host.Internet.Json(HttpMethod.Post, Url, "", HttpStatusCode.Unauthorized);

        var result = await host.Get<ConnectorClient>().SendAsync("http://localhost:56150/_connector", "c", Hello, "d", Cancel);

        Assert.Equal(new SendResult.Rejected(401, null), result);
        Assert.DoesNotContain("Authorization", Assert.Single(host.Internet.Seen).Headers.Keys, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_log_has_the_connectors_operation_but_no_words_tokens_or_secrets()
    {
        _host.Internet.On(HttpMethod.Post, Conversation, _ =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent("4111 is bad") };
            response.Headers.Add("x-correlating-operationid", "operation-9");
            return response;
        });

        await Send();

        Assert.Contains("operation-9", _host.Log.All, StringComparison.Ordinal);
        Assert.Contains("delivery-7", _host.Log.All, StringComparison.Ordinal);
        foreach (var secret in (string[])["4111", "請求書", "token-1", "s3cret", "19:c", "19%3Ac"])
            Assert.DoesNotContain(secret, _host.Log.All, StringComparison.Ordinal);
    }

    private Task<SendResult> Send() => Connector.SendAsync(TestToken.ServiceUrl, "19:c", Hello, "delivery-7", Cancel);

    private void Answers(HttpMethod method, string url, HttpStatusCode status, string body) =>
        _host.Internet.Json(method, url, body, status);

    private static async Task<HttpResponseMessage> Silence(TaskCompletionSource arrived, CancellationToken cancellationToken)
    {
        arrived.SetResult();
        return await new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(cancellationToken);
    }
}
