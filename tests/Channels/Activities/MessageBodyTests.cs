using System.Net;
using System.Text.Json.Nodes;

namespace BillingBot.Tests.Channels.Activities;

/// <summary>Which bodies are read, and which are refused before anything is done with them.</summary>
public sealed class MessageBodyTests : IAsyncLifetime
{
    private ActivityHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ActivityAnswers.OpenAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=shift_jis")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Another_media_type_is_answered_415(string contentType)
    {
        using var answer = await _host.PostAsync(_host.Authorization(), ActivityPosts.Message().ToJsonString(), contentType);

        await _host.RefusedAsync(HttpStatusCode.UnsupportedMediaType, answer);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON; charset=UTF-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    public async Task JSON_may_say_so_in_any_usual_way(string contentType)
    {
        using var answer = await _host.PostAsync(_host.Authorization(), ActivityPosts.Message().ToJsonString(), contentType);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_of_300_KB_is_answered_413()
    {
        using var answer = await _host.PostAsync(_host.Authorization(), BodyOf(300 * 1024));

        await _host.RefusedAsync(HttpStatusCode.RequestEntityTooLarge, answer);
    }

    [Fact]
    public async Task A_body_that_hides_its_length_is_answered_413_all_the_same()
    {
        using var client = _host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new UnsizedContent(300 * 1024) };
        request.Headers.TryAddWithoutValidation("Authorization", _host.Authorization());

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        await _host.RefusedAsync(HttpStatusCode.RequestEntityTooLarge, answer);
    }

    [Fact]
    public async Task A_body_of_256_KiB_is_read()
    {
        using var answer = await _host.PostAsync(_host.Authorization(), BodyOf(256 * 1024));

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
        using var answer = await _host.PostAsync(_host.Authorization(), body);

        await _host.RefusedAsync(HttpStatusCode.BadRequest, answer);
    }

    [Fact]
    public async Task Deep_nesting_is_answered_400()
    {
        var body = $"{{\"value\":{new string('[', 10_000)}{new string(']', 10_000)}}}";

        using var answer = await _host.PostAsync(_host.Authorization(), body);

        await _host.RefusedAsync(HttpStatusCode.BadRequest, answer);
    }

    [Fact]
    public async Task A_byte_order_mark_is_forgiven()
    {
        using var answer = await _host.PostAsync(_host.Authorization(), $"\uFEFF{ActivityPosts.Message().ToJsonString()}");

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

    private static string BodyOf(int bytes)
    {
        var activity = ActivityPosts.Message();
        activity["text"] = "";
        var rest = bytes - activity.ToJsonString().Length;
        activity["text"] = new string('x', rest);
        return activity.ToJsonString();
    }
}
