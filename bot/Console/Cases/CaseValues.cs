using System.Globalization;
using BillingBot.Cases;
using BillingBot.Conversation;
using BillingBot.Knowledge.Canned;
using BillingBot.Knowledge.Support;
using BillingBot.Skills.Offer;
using NodaTime;

namespace BillingBot.Console.Cases;

/// <summary>What a case knows for the places of canned replies.</summary>
internal sealed class CaseValues(PublishedOffer offer, Phrases<OfferWords> phrases, IClock clock)
{
    public CannedValues Of(CaseView view, IEnumerable<TranscriptEntry> lines, string? staffName) => new()
    {
        CustomerName = view.Customer?.Person?.Name ?? view.Case.SenderName,
        CaseNumber = view.Case.Id.ToString(CultureInfo.InvariantCulture),
        StaffName = staffName,
        OpeningHours = Hours(view),
        InvoiceNumber = Invoice(view, lines),
    };

    /// <summary>Of the customer's plan, in the customer's language, with the zone they are meant in.</summary>
    private string? Hours(CaseView view)
    {
        if (offer.PlanOrFirst(view.Customer?.Customer.SupportPlan) is not { Calendar: var calendar })
        {
            return null;
        }

        var words = new OfferWords(phrases, Language.FromLocale(view.Case.Language) ?? Language.English);
        return $"{words.WeekInBrief(calendar)}, {words.TimeZone(calendar.Zone, clock.GetCurrentInstant()).Value}";
    }

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
