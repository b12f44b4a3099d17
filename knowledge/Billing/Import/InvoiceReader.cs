using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing.Invoices;
using NodaTime;
using static BillingBot.Knowledge.Billing.Import.InvoiceSheet;

namespace BillingBot.Knowledge.Billing.Import;

/// <summary>Makes an invoice of its rows.</summary>
internal static class InvoiceReader
{
    private const int LongestNumber = 50;
    private const int MostLines = 5_000;

    /// <returns>Null when something was rejected.</returns>
    public static Invoice? Read(IReadOnlyList<CsvRow> rows, string customerId, ImportNotes notes)
    {
        var head = new Cells(rows[0], notes);
        var number = head.Text(Number, LongestNumber);
        var currency = head.Currency(Currency);
        var period = Span(head, PeriodStart, PeriodEnd);
        var (issued, due) = (head.Date(Issued), head.Date(Due));
        if (number is not null && InvoiceNumbers.Key(number).Length == 0)
        {
            head.Reject(Number, "There is no letter or digit in it.", "Write the number as printed on the invoice.");
        }

        if (issued is not null && due is null && head.IsBlank(Due))
        {
            head.Reject(Due, "The invoice is issued but has no due date.", "Fill it in, or leave the issue date empty for a draft.");
        }

        if (due < issued)
        {
            head.Reject(Due, "It is due before it is issued.", "Check both dates.");
        }

        if (rows.Count > MostLines)
        {
            return head.Reject<Invoice>(Number, $"The invoice has {rows.Count:N0} lines.", $"An invoice may have {MostLines:N0}.");
        }

        if (number is null || currency is null)
        {
            return null;
        }

        var lines = Lines(rows, currency, notes);
        var total = lines.Sum(line => line.NetMinor + line.TaxMinor);
        if (!head.Failed && head.Amount(Total, currency) is { } said && said != total)
        {
            head.Reject(
                Total,
                $"The lines make {new Money(total, currency).Major:0.###} with tax.",
                "Check the amounts, and that no line of the invoice is missing.");
        }

        return head.Failed ? null : new Invoice
        {
            Number = number,
            NumberKey = InvoiceNumbers.Key(number),
            CustomerId = customerId,
            PeriodStart = period.Start,
            PeriodEnd = period.End,
            IssuedOn = issued,
            DueOn = due,
            Currency = currency,
            Lines = lines,
        };
    }

    private static List<InvoiceLine> Lines(IReadOnlyList<CsvRow> rows, string currency, ImportNotes notes)
    {
        var lines = new List<InvoiceLine>(rows.Count);
        var numbers = new HashSet<int>();
        foreach (var row in rows)
        {
            var cells = new Cells(row, notes);
            var line = Line(cells, lines.Count + 1, currency);
            if (!numbers.Add(line.LineNumber))
            {
                cells.Reject(LineNumber, "The invoice has this line number twice.", "Number its lines 1, 2, 3; a second invoice needs another number.");
            }

            lines.Add(line);
        }

        return lines;
    }

    private static InvoiceLine Line(Cells cells, int position, string currency)
    {
        var charged = Span(cells, ChargeStart, ChargeEnd);
        var (chargedDays, cycleDays) = (cells.Whole(ChargedDays), cells.Whole(CycleDays));
        if (cells.IsBlank(ChargedDays) != cells.IsBlank(CycleDays) || chargedDays > cycleDays)
        {
            cells.Reject(ChargedDays, "Charged days and cycle days do not fit together.", "Give both, charged days not more than cycle days, or none.");
        }

        return new InvoiceLine
        {
            LineNumber = cells.Whole(LineNumber) ?? position,
            SubscriptionId = cells.Text(InvoiceSheet.Subscription),
            ProductName = cells.Text(ProductName) ?? "",
            Product = cells.Choice<Product>(InvoiceSheet.Product) ?? Articles.Product.Any,
            Description = cells.Text(Description),
            ChargeType = cells.Choice<ChargeType>(InvoiceSheet.ChargeType) ?? default,
            Era = cells.Choice<PlatformEra>(Era) ?? PlatformEra.Any,
            Quantity = cells.Number(Quantity) ?? 0,
            UnitPrice = cells.Number(UnitPrice) ?? 0,
            ChargeStart = charged.Start,
            ChargeEnd = charged.End,
            ChargedDays = chargedDays,
            CycleDays = cycleDays,
            NetMinor = cells.Amount(Net, currency) ?? 0,
            TaxMinor = cells.Amount(Tax, currency) ?? 0,
        };
    }

    private static (LocalDate? Start, LocalDate? End) Span(Cells cells, Column start, Column end)
    {
        var span = (Start: cells.Date(start), End: cells.Date(end));
        if (cells.IsBlank(start) != cells.IsBlank(end))
        {
            cells.Reject(end, "Only one end of the period is given.", "Give both, or none.");
        }
        else if (span.End < span.Start)
        {
            cells.Reject(end, "The period ends before it starts.", "Check both dates.");
        }

        return span;
    }
}
