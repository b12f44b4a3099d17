using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BillingBot.Tests.Providers;

/// <summary>Answers of the fake that are not the good one.</summary>
internal static class Answers
{
    public static Func<HttpContext, Task> Error(int status, string code, string description) => Text(
        status,
        new JsonObject { ["code"] = code, ["description"] = description, ["data"] = new JsonArray(), ["source"] = "PartnerFD" }.ToJsonString());

    public static Func<HttpContext, Task> Text(int status, string body, string type = "application/json") => context =>
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, type);
        return context.Response.WriteAsync(body);
    };

    public static Func<HttpContext, Task> Html(int status) =>
        Text(status, "<html><body><h1>The service is unavailable.</h1></body></html>", "text/html");

    public static Func<HttpContext, Task> Throttled(string? retryAfter) => context =>
    {
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        return Error(429, "429", "Too many requests")(context);
    };

    /// <summary>Says nothing until the caller gives up.</summary>
    public static Task Silence(HttpContext context) =>
        new TaskCompletionSource().Task.WaitAsync(context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    public static Task Hangup(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }
}
