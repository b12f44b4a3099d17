using NodaTime;

namespace BillingBot.Knowledge.Identity;

/// <summary>
/// A one-time code that was asked for. Only the newest of a sender in a conversation is good. There is a row also for
/// an address that is not on file, so that nobody can tell the difference.
/// </summary>
public sealed class VerificationCode
{
    public long Id { get; init; }
    public required long ConversationId { get; init; }

    /// <summary>The inbound message that asked for it: asked again by a turn that is run again, it is the same code.</summary>
    public required long Sequence { get; init; }
    public required string SenderId { get; init; }

    /// <summary>Who gets the code; null when the address is not on file.</summary>
    public string? PersonId { get; init; }

    /// <summary>Keyed hash of the address, to count by.</summary>
    public required byte[] AddressHash { get; init; }

    /// <summary>Keyed hash of the code with its conversation and sender.</summary>
    public required byte[] CodeHash { get; init; }

    /// <summary>Lets a billing contact see amounts in a group for a short time.</summary>
    public bool IsStepUp { get; init; }
    public required Instant CreatedAt { get; init; }
    public required Instant ExpiresAt { get; init; }
    public int Tries { get; set; }

    /// <summary>The inbound message of the last try, which is counted once.</summary>
    public long? LastTriedBy { get; set; }
    public Instant? LockedUntil { get; set; }
    public Instant? UsedAt { get; set; }
}
