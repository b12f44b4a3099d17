using BillingBot.Channels.Activities;
using Microsoft.Extensions.Options;

namespace BillingBot.Mail;

/// <summary>
/// Where mail goes: to the SMTP server; without one, on a developer's machine, to the local mailbox page; else nowhere.
/// </summary>
internal sealed class MailWay(IOptions<MailOptions> options, AnonymousAccess anonymous)
{
    public bool IsSmtp => options.Value.Host.Length > 0;

    public bool IsMailbox => !IsSmtp && anonymous.IsOpen;

    /// <summary>Whether a mail reaches anybody.</summary>
    public bool IsThere => IsSmtp || IsMailbox;
}
