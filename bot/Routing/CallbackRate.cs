using System.Net;
using System.Threading.RateLimiting;
using BillingBot.Knowledge.Support.Dispatch;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace BillingBot.Routing;

/// <summary>How often one network address may post callbacks, signed or not.</summary>
internal sealed class CallbackRate(IOptions<DispatchOptions> options) : IRateLimiterPolicy<IPAddress>
{
    public const string Policy = "provider-callbacks";
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected { get; } = (rejected, _) =>
    {
        rejected.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        rejected.HttpContext.Response.Headers.RetryAfter = "60";
        return ValueTask.CompletedTask;
    };

    public RateLimitPartition<IPAddress> GetPartition(HttpContext httpContext) => RateLimitPartition.GetFixedWindowLimiter(
        httpContext.Connection.RemoteIpAddress ?? IPAddress.None,
        _ => new FixedWindowRateLimiterOptions { PermitLimit = options.Value.CallbacksPerMinute, Window = Window });
}
