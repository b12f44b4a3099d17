using System.Globalization;
using BillingBot.Knowledge.Mail;
using BillingBot.Knowledge.Support;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;

namespace BillingBot.Mail;

/// <summary>Makes a recorded mail a message: one recipient, UTF-8, and an id by which a mail sent twice is known as one.</summary>
internal sealed class MimeMessages(IOptions<MailOptions> options, PublishedOffer offer)
{
    /// <returns>Null when the recipient's address is not one.</returns>
    public MimeMessage? Make(OutgoingMail mail)
    {
        if (MailAddresses.Read(mail.To) is not { } recipient)
        {
            return null;
        }

        var settings = options.Value;
        var name = settings.FromName.Length > 0 ? settings.FromName : offer.Partner;
        var sender = new MailboxAddress(OneLine(name), settings.From);
        var message = new MimeMessage
        {
            MessageId = string.Create(
                CultureInfo.InvariantCulture, $"mail-{mail.Id}-{mail.CreatedAt.ToUnixTimeMilliseconds()}@{sender.Domain}"),
            Date = mail.CreatedAt.ToDateTimeOffset(),
            Subject = OneLine(mail.Subject),
            Body = new TextPart(TextFormat.Plain) { Text = mail.Body },
        };
        message.From.Add(sender);
        message.To.Add(recipient);
        message.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        // RFC 3834: no out-of-office answers to a machine.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    private static string OneLine(string text) =>
        string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
}
