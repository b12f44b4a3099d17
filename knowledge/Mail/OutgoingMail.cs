using NodaTime;

namespace BillingBot.Knowledge.Mail;

/// <summary>An e-mail to be sent: recorded in the transaction that causes it, then sent with retries.</summary>
public sealed class OutgoingMail : IRetried
{
    public long Id { get; init; }
    public required string To { get; init; }
    public required string Subject { get; init; }

    /// <summary>Plain text. Emptied once sent when <see cref="IsSecret"/>.</summary>
    public required string Body { get; set; }

    /// <summary>Language code of the text.</summary>
    public required string Language { get; init; }

    /// <summary>It carries a code: it is not kept after sending and not sent late.</summary>
    public bool IsSecret { get; init; }
    public required Instant CreatedAt { get; init; }

    /// <summary>After this it is not sent any more; null for never.</summary>
    public Instant? ExpiresAt { get; init; }
    public int Attempts { get; set; }
    public Instant? NextAttemptAt { get; set; }
    public Instant? SentAt { get; set; }

    /// <summary>Development without a mail server: it was put in the local mailbox instead of sent, and keeps its body.</summary>
    public bool IsInMailbox { get; set; }

    /// <summary>Given up, or expired.</summary>
    public Instant? DeadAt { get; set; }
    public string? LastError { get; set; }
}
