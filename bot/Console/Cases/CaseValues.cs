using System.Globalization;
using BillingBot.Cases;
using BillingBot.Knowledge.Canned;

namespace BillingBot.Console.Cases;

/// <summary>What a case knows for the places of canned replies.</summary>
internal static class CaseValues
{
    public static CannedValues Of(CaseView view, IEnumerable<TranscriptEntry> lines, string? staffName) => new()
    {
        CustomerName = view.Customer?.Person?.Name ?? view.Case.SenderName,
        CaseNumber = view.Case.Id.ToString(CultureInfo.InvariantCulture),
        StaffName = staffName,
        InvoiceNumber = Invoice(view, lines),
    };

    /// <summary>The one that the customer named last; else the only one that is not paid.</summary>
    private static string? Invoice(CaseView view, IEnumerable<TranscriptEntry> lines)
    {
        if (view.Customer is not { } customer)
        {
            return null;
        }

        var said = lines.Where(line => line.By == Speaker.Customer).Select(line => line.Text).Reverse().Append(view.Case.Summary);
        return said.Select(text => customer.Invoices.Select(account => account.Invoice.Number)
                .FirstOrDefault(number => text.Contains(number, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(number => number is not null)
            ?? (customer.Invoices.Where(account => account.IsUnpaid).ToList() is [var only] ? only.Invoice.Number : null);
    }
}
