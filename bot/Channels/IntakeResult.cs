using System.Text.Json.Nodes;
using BillingBot.Protocol;

namespace BillingBot.Channels;

/// <summary>What became of an inbound activity; the endpoint turns it into an HTTP answer.</summary>
internal abstract record IntakeResult
{
    private IntakeResult()
    {
    }

    /// <summary>To be told, once, whether the answer has left; null where nobody asks.</summary>
    public Func<bool, Task>? Answered { get; init; }

    /// <summary>Stored, or stored before and now repeated: the turn runs behind the answer (202).</summary>
    public sealed record Accepted : IntakeResult;

    /// <summary>Understood, nothing to do (200).</summary>
    public sealed record Ignored : IntakeResult;

    /// <summary>deliveryMode expectReplies: all replies in the answer (200).</summary>
    public sealed record Replies(IReadOnlyList<OutgoingActivity> Activities) : IntakeResult;

    /// <summary>The result of an invoke: HTTP status and body as the protocol names them.</summary>
    public sealed record Invoked(int Status, JsonObject? Body) : IntakeResult;
}
