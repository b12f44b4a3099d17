using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace BillingBot.Startup;

/// <summary>
/// What will go later, because the database is away, the disk full or too much waits, is 503 with Retry-After: whoever sent it may send
/// it again. Nothing was taken, or it is known by its id when it comes again.
/// </summary>
internal sealed class PassingFailures(IProblemDetailsService problems) : IExceptionHandler
{
    /// <summary>Seconds.</summary>
    public const string RetryAfter = "5";

    public static bool Is(Exception failure) => failure is TooBusyException || DbFailures.IsPassing(failure);

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!Is(exception))
        {
            return false;
        }

        httpContext.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        httpContext.Response.Headers.RetryAfter = RetryAfter;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext });
    }
}
