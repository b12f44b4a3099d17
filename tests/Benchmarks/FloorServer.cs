using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BillingBot.Benchmarks;

/// <summary>The least that a bot on ASP.NET Core can do: read the activity, acknowledge it, post a reply. It keeps nothing.</summary>
internal static class FloorServer
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    public static async Task<int> RunAsync(CancellationToken stop)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/api/messages", (RequestDelegate)AnswerAsync);
        await app.StartAsync(stop);
        await app.WaitForShutdownAsync(stop);
        return 0;
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        using var activity = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var said = activity.RootElement;
        var id = said.GetProperty("id").GetString()!;
        var conversation = said.GetProperty("conversation").GetProperty("id").GetString()!;
        var address = new Uri($"{said.GetProperty("serviceUrl").GetString()}/v3/conversations/{Uri.EscapeDataString(conversation)}/activities/{Uri.EscapeDataString(id)}");
        _ = ReplyAsync(address, JsonSerializer.SerializeToUtf8Bytes(new { type = "message", text = said.GetProperty("text").GetString(), replyToId = id }));
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    private static async Task ReplyAsync(Uri address, byte[] reply)
    {
        using var content = new ByteArrayContent(reply);
        content.Headers.ContentType = Json;
        using var taken = await Http.PostAsync(address, content);
    }
}
