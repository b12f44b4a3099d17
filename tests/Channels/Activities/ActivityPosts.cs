using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace BillingBot.Tests.Channels.Activities;

/// <summary>Posts to the messages endpoint as a channel would.</summary>
internal static class ActivityPosts
{
    public static JsonObject Message() => new()
    {
        ["type"] = "message",
        ["id"] = "a-1",
        ["channelId"] = "msteams",
        ["serviceUrl"] = TestToken.ServiceUrl,
        ["conversation"] = new JsonObject { ["id"] = "c-1" },
        ["from"] = new JsonObject { ["id"] = "29:customer" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot" },
        ["text"] = "my card is 4111",
    };

    public static Task<HttpResponseMessage> PostAsync(this ActivityHost host, TestToken? token, JsonObject? activity = null) =>
        host.PostAsync(token is null ? null : $"Bearer {token.Write(host.Clock)}", (activity ?? Message()).ToJsonString());

    public static async Task<HttpResponseMessage> PostAsync(
        this ActivityHost host, string? authorization, string body, string contentType = "application/json; charset=utf-8")
    {
        using var client = host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages");
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body))
        {
            Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType) },
        };
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
