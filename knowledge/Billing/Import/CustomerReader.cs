using System.Net.Mail;
using NodaTime;
using Columns = BillingBot.Knowledge.Billing.Import.CustomerSheet;

namespace BillingBot.Knowledge.Billing.Import;

/// <summary>Makes a customer of its rows.</summary>
internal static class CustomerReader
{
    private const int LongestId = 64;

    /// <returns>Null when something was rejected.</returns>
    public static CustomerRecord? Read(IReadOnlyList<CsvRow> rows, ImportNotes notes)
    {
        var head = new Cells(rows[0], notes);
        var customer = new Customer
        {
            Id = head.Text(Columns.Id, LongestId) ?? "",
            Name = head.Text(Columns.Name) ?? "",
            Language = head.OneOf(Columns.Language, "en", "ja") ?? "",
            TimeZone = TimeZone(head) ?? "",
            SupportPlan = head.Text(Columns.Plan) ?? "",
            TenantId = head.Text(Columns.TenantId, LongestId)?.ToLowerInvariant(),
            Group = head.Text(Columns.Group) ?? Customer.StandardGroup,
        };
        var contacts = new List<ContactRecord>();
        foreach (var row in rows)
        {
            var cells = new Cells(row, notes);
            if (Contact(cells, row, customer) is not { } contact)
            {
                continue;
            }

            if (contacts.Exists(other => other.Person.Id == contact.Person.Id))
            {
                cells.Reject(Columns.ContactEmail, "The customer has this contact twice.", "Remove one of the rows.");
            }

            contacts.Add(contact);
        }

        return head.Failed ? null : new CustomerRecord(customer, contacts);
    }

    private static ContactRecord? Contact(Cells cells, CsvRow row, Customer customer)
    {
        Column[] columns = [Columns.ContactId, Columns.ContactName, Columns.ContactEmail, Columns.DirectoryObjectId];
        if (Array.TrueForAll(columns, cells.IsBlank))
        {
            return null;
        }

        foreach (var needed in (Column[])[Columns.ContactName, Columns.ContactEmail])
        {
            if (cells.IsBlank(needed))
            {
                cells.Reject(needed, "The contact has none.", "Give each contact a name and an e-mail address.");
            }
        }

        var (id, email) = (cells.Text(Columns.ContactId, LongestId), Email(cells));
        var person = new Person
        {
            Id = id ?? $"{customer.Id}/{email?.ToLowerInvariant()}",
            CustomerId = customer.Id,
            Name = cells.Text(Columns.ContactName) ?? "",
            Email = email ?? "",
            Language = cells.OneOf(Columns.ContactLanguage, "en", "ja") ?? customer.Language,
            IsBillingContact = cells.YesNo(Columns.BillingContact) ?? false,
            DirectoryObjectId = cells.Text(Columns.DirectoryObjectId, LongestId)?.ToLowerInvariant(),
        };
        return cells.Failed ? null : new ContactRecord(row, id is not null, person);
    }

    private static string? Email(Cells cells) => cells.Text(Columns.ContactEmail) is not { } text ? null
        : MailAddress.TryCreate(text, out var address) && address.Address == text && !text.Contains('"', StringComparison.Ordinal) ? text
        : cells.Reject<string>(Columns.ContactEmail, "This is not an e-mail address.", "Write it as name@example.com.");

    private static string? TimeZone(Cells cells) => cells.Text(Columns.TimeZone) is not { } text ? null
        : DateTimeZoneProviders.Tzdb.GetZoneOrNull(text) is not null ? text
        : cells.Reject<string>(Columns.TimeZone, "There is no such time zone.", "Write its IANA name, for example Asia/Tokyo or Europe/London.");
}
