using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;

namespace BillingBot.Telemetry;

/// <summary>
/// The spans of one turn. It is received, answered and delivered at different times, after a restart even by different
/// processes, so the place in the conversation gives the trace's id, and nothing has to be kept for it.
/// </summary>
internal static class TurnTrace
{
    public const string Source = "BillingBot";
    private const int TraceIdLength = 16, SpanIdLength = 8;
    private static readonly ActivitySource Spans = new(Source);

    /// <summary>A span of the turn; null while nobody records.</summary>
    /// <param name="name"><c>receive</c>, <c>turn</c> or <c>deliver</c>.</param>
    /// <param name="conversation">The bot's number of it.</param>
    /// <param name="sequence">Of the customer's message.</param>
    public static Activity? Start(string name, long conversation, long sequence)
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
        var parent = new ActivityContext(
            ActivityTraceId.CreateFromBytes(id[..TraceIdLength]),
            ActivitySpanId.CreateFromBytes(id.Slice(TraceIdLength, SpanIdLength)),
            ActivityTraceFlags.Recorded,
            isRemote: true);
        return Spans.StartActivity(name, ActivityKind.Internal, parent)
            ?.SetTag("billingbot.conversation", conversation).SetTag("billingbot.sequence", sequence);
    }

    /// <summary>A part of the span that is open here.</summary>
    /// <param name="name">For example <c>search</c>.</param>
    public static Activity? Part(string name) => Spans.StartActivity(name);
}
