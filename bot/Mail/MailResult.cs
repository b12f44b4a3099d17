namespace BillingBot.Mail;

/// <summary>What became of one attempt to send. Reasons hold no words of the mail and no address.</summary>
internal abstract record MailResult
{
    private MailResult()
    {
    }

    public sealed record Sent : MailResult;

    /// <summary>Put in the developer's mailbox.</summary>
    public sealed record Kept : MailResult;

    /// <summary>May go better later.</summary>
    public sealed record Transient(string Reason) : MailResult;

    /// <summary>Will not go better.</summary>
    public sealed record Permanent(string Reason) : MailResult;
}
