using System.ComponentModel.DataAnnotations;
using BillingBot.Channels.Activities;

namespace BillingBot.Mail;

/// <summary>Section <c>Mail</c>: the SMTP server. A class and not a record: a record would print its password.</summary>
internal sealed class MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    /// <summary>Name of the SMTP server; empty: nothing is sent.</summary>
    public string Host { get; set; } = "";

    [Range(1, 65_535)]
    public int Port { get; set; } = 587;

    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>Empty for a server that asks for no sign-in.</summary>
    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>The e-mail address that mails come from.</summary>
    public string From { get; set; } = "";

    /// <summary>Shown beside the address; empty for the partner's name.</summary>
    [StringLength(100)]
    public string FromName { get; set; } = "";

    /// <summary>Then a mail is given up and staff are told.</summary>
    [Range(1, 100)]
    public int MaximumAttempts { get; set; } = 12;

    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(10);

    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long the server may take to answer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Enum.IsDefined(Security))
        {
            yield return new("Mail:Security is unknown. Use None, StartTls or SslOnConnect.");
        }

        if (Host.Length == 0)
        {
            yield break;
        }

        if (Uri.CheckHostName(Host) == UriHostNameType.Unknown)
        {
            yield return new("Mail:Host is not a host name. Give the bare name of the SMTP server, without scheme or port.");
        }

        if (MailAddresses.Read(From) is null)
        {
            yield return new("Mail:From is missing or not an e-mail address. Set the address that mails come from.");
        }

        if (FromName.Any(char.IsControl))
        {
            yield return new("Mail:FromName holds a control character. Write it on one line.");
        }

        if (UserName.Length == 0 != (Password.Length == 0))
        {
            yield return new("Mail:UserName and Mail:Password go together. Set both, or neither.");
        }

        if (Security == MailSecurity.None && Password.Length > 0 && !AnonymousAccess.IsLoopbackHost(Host))
        {
            yield return new("Mail:Security is None, so Mail:Password would travel readable for all. Use StartTls or SslOnConnect.");
        }
    }
}
