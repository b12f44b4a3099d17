namespace BillingBot.Mail;

/// <summary>How the connection to the SMTP server is protected.</summary>
internal enum MailSecurity
{
    /// <summary>Not at all: for a relay on this machine or in a closed network.</summary>
    None,

    /// <summary>TLS from the STARTTLS command on; a server that does not offer it is not used. Port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte. Port 465.</summary>
    SslOnConnect,
}
