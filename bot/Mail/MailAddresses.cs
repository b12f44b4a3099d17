using MimeKit;

namespace BillingBot.Mail;

/// <summary>Reads an e-mail address strictly: one mailbox with a domain, nothing that could end a header line.</summary>
internal static class MailAddresses
{
    /// <summary>Octets of an address. Source: RFC 5321, 4.5.3.1.3, less the angle brackets.</summary>
    private const int Longest = 254;

    /// <summary>Stands where a letter could not be stored: whose address it was is not known any more.</summary>
    private const char Lost = '\uFFFD';

    private static readonly ParserOptions Strict = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict,
        AllowAddressesWithoutDomain = false,
        AllowUnquotedCommasInAddresses = false,
    };

    /// <returns>Null when it is anything else.</returns>
    public static MailboxAddress? Read(string address) =>
        address.Length <= Longest
        && !address.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter == Lost)
        && MailboxAddress.TryParse(Strict, address, out var mailbox)
        && mailbox.Address == address
            ? mailbox
            : null;
}
