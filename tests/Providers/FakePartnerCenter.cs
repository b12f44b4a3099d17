using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BillingBot.Tests.Providers;

/// <summary>
/// Partner Center and its sign-in on loopback, with one subscription. Answers as documented: checks the token, wants the
/// whole resource with its etag in If-Match and in the body, gives a new etag at each change, carries out one MS-RequestId
/// once.
/// </summary>
internal sealed class FakePartnerCenter : IAsyncDisposable
{
    public const string Customer = "11111111-0000-4000-8000-000000000001";
    public const string SubscriptionId = "83ef9d05-4169-4ef9-9657-0e86b1eab1de";
    public const string Path = $"/v1/customers/{Customer}/subscriptions/{SubscriptionId}";

    private readonly WebApplication _app;
    private readonly TimeProvider _clock;
    private readonly ConcurrentQueue<SeenCall> _seen = new();
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _instead = new();
    private readonly HashSet<string> _handled = new(StringComparer.Ordinal);
    private int _version = 1;

    private FakePartnerCenter(WebApplication app, TimeProvider clock) => (_app, _clock) = (app, clock);

    public FakeEntra Entra { get; } = new();
    /// <summary>Takes changes and makes none, as when provisioning hangs.</summary>
    public bool IgnoresChanges { get; set; }

    public int Changes { get; private set; }
    public Uri Address => new(_app.Urls.First());
    public JsonObject Subscription { get; } = DocumentedSubscription.NewCommerce();
    public string Status => (string)Subscription["status"]!;
    public string ETag => $"eyJpZCI6dmVyc2lvbi{_version}=";
    public IReadOnlyList<SeenCall> All => [.. _seen];
    public IReadOnlyList<SeenCall> Logins => [.. _seen.Where(call => !IsApi(call))];
    public IReadOnlyList<SeenCall> Calls => [.. _seen.Where(IsApi)];
    public IReadOnlyList<SeenCall> Patches => [.. Calls.Where(call => call.Method == "PATCH")];

    public static async Task<FakePartnerCenter> StartAsync(TimeProvider clock)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var fake = new FakePartnerCenter(app, clock);
        app.Run(fake.TakeAsync);
        await app.StartAsync();
        return fake;
    }

    /// <summary>The next calls to the API get these answers, one each, in place of the documented one.</summary>
    public FakePartnerCenter AnswersFirst(params Func<HttpContext, Task>[] answers)
    {
        foreach (var answer in answers)
            _instead.Enqueue(answer);
        return this;
    }

    /// <summary>Somebody else changes the subscription.</summary>
    public void ChangedByOthers(string? status = null)
    {
        _version++;
        Subscription["status"] = status ?? Status;
    }

    /// <summary>The answer as the documentation has it.</summary>
    public async Task Documented(HttpContext context)
    {
        var call = _seen.Last();
        if (!Entra.Accepts(context.Request.Headers.Authorization))
            await Answers.Error(401, "400", "Access denied")(context);
        else if (!call.Path.EndsWith(Path, StringComparison.Ordinal))
            await Answers.Error(404, "20003", "Subscription was not found.")(context);
        else if (call.Method != "PATCH" || Repeats(call))
            await WriteAsync(context);
        else if (Objection(call) is { } objection)
            await objection(context);
        else
            await ChangeAsync(call, context);
    }

    /// <summary>Carries out the change and answers nothing.</summary>
    public void ChangeSilently()
    {
        Repeats(_seen.Last());
        Change(_seen.Last());
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static bool IsApi(SeenCall call) => call.Path.Contains("/v1/", StringComparison.Ordinal);

    private bool Repeats(SeenCall call) => !_handled.Add(call.Headers["MS-RequestId"]);

    private Func<HttpContext, Task>? Objection(SeenCall call)
    {
        var sent = call.Json;
        if (call.Headers["If-Match"] != ETag || (string?)sent["attributes"]?["etag"] != ETag)
            return Answers.Error(412, "2055", "ETag is no longer valid.");
        return Subscription.All(property => sent.ContainsKey(property.Key)) ? null : Answers.Error(400, "3000", "Invalid property");
    }

    private void Change(SeenCall call)
    {
        Changes++;
        if (!IgnoresChanges)
            ChangedByOthers((string)call.Json["status"]!);
    }

    private Task ChangeAsync(SeenCall call, HttpContext context)
    {
        Change(call);
        return WriteAsync(context);
    }

    private Task WriteAsync(HttpContext context)
    {
        Subscription["attributes"]!["etag"] = ETag;
        context.Response.ContentType = "application/json; charset=utf-8";
        // As Partner Center does at times: with a byte order mark.
        return context.Response.WriteAsync($"\uFEFF{Subscription.ToJsonString()}");
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var call = new SeenCall(
            _clock.GetUtcNow(), context.Request.Method, context.Request.Host.Host, context.Request.Path,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), body);
        _seen.Enqueue(call);
        context.Response.Headers["MS-CorrelationId"] = context.Request.Headers["MS-CorrelationId"];
        if (!IsApi(call))
            await Entra.AnswerAsync(context, body);
        else if (_instead.TryDequeue(out var instead))
            await instead(context);
        else
            await Documented(context);
    }
}
