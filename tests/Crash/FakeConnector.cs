using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BillingBot.Tests.Crash;

/// <summary>A channel's connector on loopback that outlives the bot: keeps every delivery in the order it came, and answers as it is told.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Delivery> _deliveries = new();
    private readonly SemaphoreSlim _came = new(0);
    private readonly CancellationTokenSource _closing = new();

    private FakeConnector(WebApplication app) => _app = app;

    public string ServiceUrl => _app.Urls.First();

    /// <summary>What it does with a message; the number is that of the attempt under this delivery id, from 1.</summary>
    public Func<Delivery, int, Trouble> Does { get; set; } = (_, _) => Trouble.None;

    /// <summary>What came, repeats of one delivery id left out as a careful channel would.</summary>
    public IReadOnlyList<Delivery> Deliveries => [.. _deliveries.DistinctBy(delivery => delivery.DeliveryId)];

    /// <summary>What came, as it came.</summary>
    public IReadOnlyList<Delivery> All => [.. _deliveries];

    /// <summary>Deliveries that came again after a crash, under the same id.</summary>
    public int Repeats => _deliveries.Count - Deliveries.Count;

    private readonly ConcurrentDictionary<string, int> _attempts = new(StringComparer.Ordinal);

    public static async Task<FakeConnector> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var connector = new FakeConnector(app);
        app.Run(connector.TakeAsync);
        await app.StartAsync();
        return connector;
    }

    /// <summary>Waits until what came makes it so; looks again at each delivery.</summary>
    public async Task WhenAsync(Func<bool> isSo, CancellationToken cancellationToken)
    {
        while (!isSo())
        {
            await _came.WaitAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _app.DisposeAsync();
        _came.Dispose();
        _closing.Dispose();
    }

    private async Task TakeAsync(HttpContext context)
    {
        var activity = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        var trouble = Trouble.None;
        if ((string?)activity["type"] == "message")
        {
            var delivery = new Delivery(
                context.Request.Headers["x-ms-client-request-id"].ToString(),
                (string)activity["conversation"]!["id"]!,
                (string?)activity["replyToId"],
                (string?)activity["text"] ?? "");
            trouble = Does(delivery, _attempts.AddOrUpdate(delivery.DeliveryId, 1, (_, count) => count + 1));
            if (trouble.IsTaken)
            {
                _deliveries.Enqueue(delivery);
                _came.Release();
            }
        }

        await AnswerAsync(context, trouble);
    }

    private async Task AnswerAsync(HttpContext context, Trouble trouble)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token, context.RequestAborted);
        try
        {
            await Task.Delay(trouble.After, TimeProvider.System, either.Token);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = trouble.Status;
        if (trouble.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds;
        }

        await context.Response.WriteAsync("""{"id":"x"}""");
    }
}
