using System.Globalization;
using BillingBot.Startup;

namespace BillingBot.Channels.DirectLine;

/// <summary>What every call passes: CORS, method, credential, rate limit; and what every failure becomes.</summary>
internal sealed partial class DirectLineGate(
    DirectLineCors cors, CallerReader callers, DirectLineLimiter limiter, ILogger<DirectLineGate> logger)
{
    /// <summary>A resource that takes one method, with a bearer credential.</summary>
    public RequestDelegate Resource(string method, Handler handler) => Resource(
        new Dictionary<string, Handler>(StringComparer.Ordinal) { [method] = handler });

    /// <summary>A resource that takes some methods, with a bearer credential.</summary>
    public RequestDelegate Resource(IReadOnlyDictionary<string, Handler> methods) => context =>
        RunAsync(context, methods, callers.ReadAsync);

    /// <summary>The WebSocket, which is opened with a ticket in its URL.</summary>
    public RequestDelegate Stream(Handler handler) => context => RunAsync(
        context, new Dictionary<string, Handler>(StringComparer.Ordinal)
        {
            [HttpMethods.Get] = handler,
            // HTTP/2 opens WebSockets with CONNECT.
            [HttpMethods.Connect] = handler,
        },
        callers.ReadTicketAsync);

    /// <summary>A path that Direct Line does not have.</summary>
    public RequestDelegate Nothing() => context => RunAsync(context, NotFoundAsync);

    private static Task<IResult> NotFoundAsync() =>
        Task.FromResult(DirectLineErrors.NotFound("Direct Line has no such resource."));

    private Task RunAsync(
        HttpContext context, IReadOnlyDictionary<string, Handler> methods, Func<HttpContext, Task<Caller>> identify) =>
        RunAsync(context, () => AdmitAsync(context, methods, identify));

    private async Task<IResult> AdmitAsync(
        HttpContext context, IReadOnlyDictionary<string, Handler> methods, Func<HttpContext, Task<Caller>> identify)
    {
        if (!methods.TryGetValue(context.Request.Method, out var handler))
        {
            context.Response.Headers.Allow = string.Join(", ", methods.Keys.Append(HttpMethods.Options));
            return DirectLineErrors.MethodNotAllowed();
        }

        var caller = await identify(context);
        if (caller is Caller.Refused refused)
        {
            return refused.Answer;
        }

        if (limiter.SecondsToWait(caller, context.Request) is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return DirectLineErrors.TooManyRequests();
        }

        return await handler(context, caller);
    }

    private async Task RunAsync(HttpContext context, Func<Task<IResult>> answer)
    {
        // Answers hold tokens and customers' words.
        context.Response.Headers.CacheControl = "no-store";
        cors.Apply(context);
        IResult result;
        try
        {
            result = HttpMethods.IsOptions(context.Request.Method) ? TypedResults.NoContent() : await answer();
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (BadHttpRequestException bad)
        {
            result = DirectLineErrors.Of(bad.StatusCode, "BadArgument", "The request cannot be read.");
        }
        catch (Exception passing) when (PassingFailures.Is(passing) && !context.Response.HasStarted)
        {
            LogPassing(passing);
            context.Response.Headers.RetryAfter = PassingFailures.RetryAfter;
            result = DirectLineErrors.Unavailable();
        }
#pragma warning disable CA1031 // A client of this protocol understands only its own error shape.
        catch (Exception failure) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            LogFailure(failure);
            result = DirectLineErrors.ServiceError();
        }

        await result.ExecuteAsync(context);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A Direct Line call could not be taken now")]
    private partial void LogPassing(Exception passing);

    [LoggerMessage(Level = LogLevel.Error, Message = "A Direct Line call failed")]
    private partial void LogFailure(Exception failure);
}
