using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace BillingBot.Channels.DirectLine;

/// <summary>Counts the calls of each conversation's clients. Whoever holds the secret is not counted.</summary>
internal sealed class DirectLineLimiter(IOptions<DirectLineOptions> options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private const int Segments = 12;
    private const int BytesPerCall = 4_096;
    private const int UnknownLength = 65_536;
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(
        conversation => RateLimitPartition.GetSlidingWindowLimiter(conversation, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = options.Value.RequestsPerMinute,
            Window = Window,
            SegmentsPerWindow = Segments,
        }),
        StringComparer.Ordinal);

    /// <returns>Null when the call may go on, else seconds to wait.</returns>
    public int? SecondsToWait(Caller caller, HttpRequest request)
    {
        if (caller is not Caller.User { Grant.ConversationId: var conversation })
        {
            return null;
        }

        using var lease = _limiter.AttemptAcquire(conversation, Math.Min(Cost(request), options.Value.RequestsPerMinute));
        return lease.IsAcquired ? null : (int)(Window / Segments).TotalSeconds;
    }

    /// <summary>What is posted is kept, so long posts count as many: a guest cannot fill the disk quickly.</summary>
    private static int Cost(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) ? 1 + (int)Math.Min((request.ContentLength ?? UnknownLength) / BytesPerCall, int.MaxValue - 1) : 1;

    public void Dispose() => _limiter.Dispose();
}
