using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BillingBot.Benchmarks;

/// <summary>A channel's connector on loopback: takes the replies and tells who waits for them.</summary>
internal sealed class Connector : IAsyncDisposable
{
    private static readonly byte[] Taken = "{\"id\":\"x\"}"u8.ToArray();
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);

    private Connector(WebApplication app) => _app = app;

    public string ServiceUrl => _app.Urls.First();

    public static async Task<Connector> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var connector = new Connector(app);
        app.Run(connector.TakeAsync);
        await app.StartAsync(cancellationToken);
        return connector;
    }

    /// <summary>Ends with the first reply to that message, or, what answers none, with the message whose last line is that text.</summary>
    public Task ReplyToAsync(string activityIdOrText) =>
        _waiting.GetOrAdd(activityIdOrText, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Forget(string activityIdOrText) => _waiting.TryRemove(activityIdOrText, out _);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var activity = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var said = activity.RootElement;
        if (said.GetProperty("type").ValueEquals("message")
            && (said.TryGetProperty("replyToId", out var what) || said.TryGetProperty("text", out what))
            && _waiting.TryGetValue(LastLine(what.GetString() ?? ""), out var waiting))
        {
            waiting.TrySetResult();
        }

        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(Taken, context.RequestAborted);
    }

    /// <summary>Above it stands the name of whoever of staff said it.</summary>
    private static string LastLine(string text) => text[(text.LastIndexOf('\n') + 1)..];
}
