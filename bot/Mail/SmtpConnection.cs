using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using SmtpClient = MailKit.Net.Smtp.SmtpClient;

namespace BillingBot.Mail;

/// <summary>A connection to the SMTP server, opened for the first of a run of mails and used for all of it.</summary>
internal sealed class SmtpConnection(MailOptions options) : IAsyncDisposable
{
    private readonly SmtpClient _client = new() { Timeout = (int)options.Timeout.TotalMilliseconds };

    public async Task<MailResult> SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await OpenAsync(cancellationToken);
            await _client.SendAsync(message, cancellationToken);
            return new MailResult.Sent();
        }
        catch (SmtpCommandException refused)
        {
            // The server's own words may repeat the address; its code and our stage say enough.
            var reason = string.Create(CultureInfo.InvariantCulture, $"{(int)refused.StatusCode} {refused.ErrorCode}");
            return (int)refused.StatusCode >= 500 ? new MailResult.Permanent(reason) : new MailResult.Transient(reason);
        }
        catch (NotSupportedException)
        {
            return new MailResult.Permanent("the server does not take international addresses");
        }
        catch (Exception failure) when (IsPassing(failure))
        {
            return new MailResult.Transient(failure.GetType().Name);
        }
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (_client.IsConnected)
        {
            return;
        }

        await _client.ConnectAsync(options.Host, options.Port, options.Security switch
        {
            MailSecurity.None => SecureSocketOptions.None,
            MailSecurity.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.SslOnConnect,
        }, cancellationToken);
        if (options.UserName.Length > 0)
        {
            await _client.AuthenticateAsync(options.UserName, options.Password, cancellationToken);
        }
    }

    /// <summary>A network that is away, or a setting that an administrator will mend; a refusal of this mail is none.</summary>
    private static bool IsPassing(Exception failure) => failure is IOException or SocketException or TimeoutException
        or ProtocolException or SslHandshakeException or AuthenticationException or ServiceNotConnectedException
        or ServiceNotAuthenticatedException;

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_client.IsConnected)
            {
                await _client.DisconnectAsync(quit: true, CancellationToken.None);
            }
        }
        catch (Exception failure) when (IsPassing(failure))
        {
            // The mails are sent; a server that does not say goodbye changes nothing.
        }

        _client.Dispose();
    }
}
