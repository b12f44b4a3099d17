using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;

namespace BillingBot.Telemetry;

/// <summary>
/// The spans of one turn. It is received, answered and delivered at different times, after a restart even by different
/// processes, so the place in the conversation gives the trace's id, and nothing has to be kept for it. Each of the three begins
/// the trace, as if it were the first: a parent would have to be known. A sampler decides by the id, so the same of all three.
/// </summary>
internal static class TurnTrace
{
    public const string Source = "BillingBot";
    private const int TraceIdLength = 16;
    private static readonly ActivitySource Spans = Begin();

    /// <summary>Of the span that is being started on this thread.</summary>
    [ThreadStatic]
    private static ActivityTraceId t_trace;

    /// <summary>A span of the turn; null while nobody records.</summary>
    /// <param name="name"><c>receive</c>, <c>turn</c> or <c>deliver</c>.</param>
    /// <param name="conversation">The bot's number of it.</param>
    /// <param name="sequence">Of the customer's message.</param>
    /// <param name="since">Timestamp of its beginning; null for now.</param>
    public static Activity? Start(string name, long conversation, long sequence, long? since = null)
    {
        if (!Spans.HasListeners())
        {
            return null;
        }

        Span<byte> place = stackalloc byte[2 * sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(place, conversation);
        BinaryPrimitives.WriteInt64BigEndian(place[sizeof(long)..], sequence);
        Span<byte> id = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(place, id);
        var span = StartFirst(name, ActivityTraceId.CreateFromBytes(id[..TraceIdLength]));
        if (span is not null && since is { } began)
        {
            span.SetStartTime(span.StartTimeUtc - TimeProvider.System.GetElapsedTime(began));
        }

        return span?.SetTag("billingbot.conversation", conversation).SetTag("billingbot.sequence", sequence);
    }

    /// <summary>A part of the span that is open here.</summary>
    /// <param name="name">For example <c>search</c>.</param>
    public static Activity? Part(string name) => Spans.StartActivity(name);

    /// <summary>Without the request around it, which is nobody's span here.</summary>
    private static Activity? StartFirst(string name, ActivityTraceId trace)
    {
        var around = Activity.Current;
        Activity? span = null;
        try
        {
            (t_trace, Activity.Current) = (trace, null);
            return span = Spans.StartActivity(name);
        }
        finally
        {
            t_trace = default;
            if (span is null)
            {
                Activity.Current = around;
            }
        }
    }

    /// <summary>There is no other way to begin a trace under an id of one's own.</summary>
    private static ActivitySource Begin()
    {
        Activity.TraceIdGenerator = static () => t_trace == default ? ActivityTraceId.CreateRandom() : t_trace;
        return new ActivitySource(Source);
    }
}
