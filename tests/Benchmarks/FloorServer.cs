using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BillingBot.Benchmarks;

/// <summary>The least that a bot on ASP.NET Core can do: read the activity, keep it where there is a store, acknowledge it, post a reply.</summary>
internal sealed class FloorServer(FloorStore? store)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    /// <param name="database">A file that is not there yet; null to keep nothing.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<int> RunAsync(string? database, CancellationToken stop)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        await using var store = database is null ? null : new FloorStore(database);
        app.MapPost("/api/messages", (RequestDelegate)new FloorServer(store).AnswerAsync);
        await app.StartAsync(stop);
        await app.WaitForShutdownAsync(stop);
        return 0;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var activity = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var said = activity.RootElement;
        var id = said.GetProperty("id").GetString()!;
        var conversation = said.GetProperty("conversation").GetProperty("id").GetString()!;
        var address = new Uri($"{said.GetProperty("serviceUrl").GetString()}/v3/conversations/{Uri.EscapeDataString(conversation)}/activities/{Uri.EscapeDataString(id)}");
        var reply = JsonSerializer.SerializeToUtf8Bytes(new { type = "message", text = said.GetProperty("text").GetString(), replyToId = id });
        if (store is not null)
        {
            await store.CommitAsync(id, reply);
        }

        _ = ReplyAsync(address, id, reply);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    private async Task ReplyAsync(Uri address, string id, byte[] reply)
    {
        using var content = new ByteArrayContent(reply);
        content.Headers.ContentType = Json;
        using var taken = await Http.PostAsync(address, content);
        if (store is not null)
        {
            await store.CommitAsync(id, row: null);
        }
    }
}
