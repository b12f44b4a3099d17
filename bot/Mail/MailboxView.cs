using BillingBot.Knowledge.Mail;

namespace BillingBot.Mail;

/// <summary>What <see cref="MailboxPage"/> shows; the endpoint hands it over as a feature of the request.</summary>
/// <param name="Mails">Newest first.</param>
/// <param name="Nonce">Marks the page's style as ours.</param>
internal sealed record MailboxView(IReadOnlyList<OutgoingMail> Mails, string Nonce);
