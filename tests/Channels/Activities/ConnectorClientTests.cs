using System.Net;
using System.Text.Json.Nodes;
using BillingBot.Channels.Activities;

namespace BillingBot.Tests.Channels.Activities;

public sealed class ConnectorClientTests : IAsyncLifetime
{
    private ConnectorRoom _room = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _room = await ConnectorRoom.OpenAsync();

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task Sending_appends_to_the_conversation()
    {
        _room.Answers(HttpStatusCode.Created, """{"id":"new-1"}""");

        Assert.Equal(new SendResult.Sent("new-1"), await _room.SendAsync());

        var request = _room.Host.Internet.Seen.Last();
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
        _room.Host.Internet.Json(HttpMethod.Post, $"{ConnectorRoom.Conversation}/a%2F1", """{"id":"r"}""", HttpStatusCode.OK);
        _room.Host.Internet.Json(HttpMethod.Put, $"{ConnectorRoom.Conversation}/a%2F1", """{"id":"u"}""", HttpStatusCode.OK);
        _room.Host.Internet.Json(HttpMethod.Delete, $"{ConnectorRoom.Conversation}/a%2F1", "", HttpStatusCode.OK);

        Assert.Equal(new SendResult.Sent("r"), await _room.Connector.ReplyAsync(TestToken.ServiceUrl, "19:c", "a/1", ConnectorRoom.Hello, "d", Cancel));
        Assert.Equal(new SendResult.Sent("u"), await _room.Connector.UpdateAsync(TestToken.ServiceUrl, "19:c", "a/1", ConnectorRoom.Hello, "d", Cancel));
        Assert.Equal(new SendResult.Sent(null), await _room.Connector.DeleteAsync(TestToken.ServiceUrl, "19:c", "a/1", "d", Cancel));
        Assert.Null(_room.Host.Internet.Seen.Last().Body);
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
        _room.Answers((HttpStatusCode)status, body);

        Assert.Equal(new SendResult.Sent(null), await _room.SendAsync());
    }

    [Fact]
    public async Task A_success_with_an_endless_body_is_still_a_success()
    {
        _room.Host.Internet.On(HttpMethod.Post, ConnectorRoom.Conversation, _ =>
            new HttpResponseMessage(HttpStatusCode.Created) { Content = new UnsizedContent(3 * 1024 * 1024) });

        Assert.Equal(new SendResult.Sent(null), await _room.SendAsync());
    }

    [Theory]
    [InlineData("https://collector.example/", "19:c", "ServiceUrlNotAllowed")]
    [InlineData("http://localhost:5000/", "19:c", "ServiceUrlNotAllowed")]
    [InlineData(TestToken.ServiceUrl, "..", "IdNotAddressable")]
    public async Task Neither_a_call_nor_a_token_goes_to_a_place_that_is_not_allowed(string serviceUrl, string conversation, string code)
    {
        var result = await _room.Connector.SendAsync(serviceUrl, conversation, ConnectorRoom.Hello, "d", Cancel);

        Assert.Equal(new SendResult.Rejected(0, code), result);
        Assert.Empty(_room.Host.Internet.Seen);
    }

    [Fact]
    public async Task Anonymous_development_sends_without_a_token()
    {
        await using var host = await ActivityHost.StartAsync(
            new(StringComparer.Ordinal) { ["DangerouslyAllowAnonymousOnLoopback"] = "true" }, "Development");
        const string Url = "http://localhost:56150/_connector/v3/conversations/c/activities";
        host.Internet.Json(HttpMethod.Post, Url, "", HttpStatusCode.Unauthorized);

        var result = await host.Get<ConnectorClient>().SendAsync("http://localhost:56150/_connector", "c", ConnectorRoom.Hello, "d", Cancel);

        Assert.Equal(new SendResult.Rejected(401, null), result);
        Assert.DoesNotContain("Authorization", Assert.Single(host.Internet.Seen).Headers.Keys, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_log_has_the_connectors_operation_but_no_words_tokens_or_secrets()
    {
        _room.Host.Internet.On(HttpMethod.Post, ConnectorRoom.Conversation, _ =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent("4111 is bad") };
            response.Headers.Add("x-correlating-operationid", "operation-9");
            return response;
        });

        await _room.SendAsync();

        Assert.Contains("operation-9", _room.Host.Log.All, StringComparison.Ordinal);
        Assert.Contains("delivery-7", _room.Host.Log.All, StringComparison.Ordinal);
        foreach (var secret in (string[])["4111", "請求書", "token-1", "s3cret", "19:c", "19%3Ac"])
            Assert.DoesNotContain(secret, _room.Host.Log.All, StringComparison.Ordinal);
    }
}
