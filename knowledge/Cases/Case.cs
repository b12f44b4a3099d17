using BillingBot.Knowledge.Articles;
using NodaTime;

namespace BillingBot.Knowledge.Cases;

/// <summary>Something that people solve, bound to the conversation in which it was asked for. Changed only by <see cref="CaseMoves"/>, <see cref="CaseEndings"/> and what customers do (<see cref="ICaseChange"/>).</summary>
public sealed class Case
{
    /// <summary>The number that customers see; see <see cref="CaseNumbers"/>.</summary>
    public required long Id { get; init; }
    public required long ConversationId { get; init; }

    /// <summary>Null for a guest.</summary>
    public string? CustomerId { get; init; }
    public string? PersonId { get; init; }

    /// <summary>The channel's id and name of who asked: in a group, or for a guest, nobody else's case.</summary>
    public required string SenderId { get; init; }
    public string? SenderName { get; init; }

    /// <summary>Others can read along.</summary>
    public bool IsGroup { get; init; }

    /// <summary><c>en</c> or <c>ja</c>.</summary>
    public required string Language { get; init; }
    public required CaseReason Reason { get; init; }

    /// <summary>What it is about, in the customer's words.</summary>
    public required string Summary { get; set; }
    public Classification Classification { get; set; }
    public Product Product { get; set; }
    public Urgency Urgency { get; set; } = Urgency.Normal;

    /// <summary>Where an answer goes when the chat is gone; null when not known.</summary>
    public string? Email { get; set; }
    public string? Phone { get; set; }

    /// <summary>Id of the partner's queue that keeps it, for example <c>billing</c>.</summary>
    public required string Queue { get; set; }

    /// <summary>The last routing decision with its reasons, as JSON; null before one was made.</summary>
    public string? Routing { get; set; }
    public CaseStatus Status { get; set; }

    /// <summary><see cref="Staff.StaffUser.Id"/> of the one who may write to the customer; null while nobody has it.</summary>
    public string? OwnerId { get; set; }
    public string? OwnerName { get; set; }

    /// <summary>Counts changes: the compare-and-set token.</summary>
    public int Version { get; set; }
    public required Instant CreatedAt { get; init; }
    public Instant? ClaimedAt { get; set; }

    /// <summary>Since when its present owner, or the queue, has it.</summary>
    public Instant? HeldSince { get; set; }
    public Instant? FirstReplyAt { get; set; }
    public Instant? LastStaffAt { get; set; }
    public Instant? LastCustomerAt { get; set; }
    public Instant? ResolvedAt { get; set; }
    public Resolution? Resolution { get; set; }

    /// <summary>1 (bad) to 5 (good); null when not rated.</summary>
    public int? Rating { get; set; }
    public string? RatingWords { get; set; }

    /// <summary>When somebody of the staff was told or saw it; null: nobody yet, which raises an alarm.</summary>
    public Instant? ToldAt { get; set; }
    public Instant? AlarmedAt { get; set; }

    /// <summary>The e-mail that told staff of it; null while none was written.</summary>
    public long? NoticeMailId { get; set; }

    /// <summary>Business minutes until the first reply, and until it is resolved, that the customer's plan promises; null for none.</summary>
    public int? FirstReplyTarget { get; set; }
    public int? ResolveTarget { get; set; }

    /// <summary>Business seconds that had passed when the clock was last stopped.</summary>
    public long SlaSeconds { get; set; }

    /// <summary>Since when the clock runs; null while it stands still.</summary>
    public Instant? SlaRunningSince { get; set; }
    public Instant? SlaWarnedAt { get; set; }
    public Instant? SlaBreachedAt { get; set; }

    /// <summary>When the customer was told that it takes longer, or asked whether they are still there.</summary>
    public Instant? CustomerRemindedAt { get; set; }

    /// <summary>When staff were told that the owner leaves the customer waiting; null again when the owner writes.</summary>
    public Instant? OwnerRemindedAt { get; set; }

    public bool IsOpen => Status != CaseStatus.Resolved;
}
