using BillingBot.Knowledge.Billing.Invoices;
using NodaTime;

namespace BillingBot.Skills.Invoice;

/// <summary>Finds what a question means among all invoices of a customer.</summary>
internal static class InvoiceMatcher
{
    private const int LongestMonth = 31;

    /// <param name="question">What was asked.</param>
    /// <param name="all">All issued invoices of the customer, newest first.</param>
    public static InvoiceMatches Match(InvoiceQuestion question, IReadOnlyList<InvoiceAccount> all)
    {
        if (question.Numbers.Count > 0)
        {
            var numbers = question.Numbers.SelectMany(said => said.Numbers).ToHashSet(StringComparer.Ordinal);
            return new InvoiceMatches([.. all.Where(account => numbers.Contains(account.Invoice.Number))]);
        }

        IReadOnlyList<InvoiceAccount> fitting =
        [
            .. all.Where(account => question.State is not { } state || account.Has(state))
                .Where(account => question.Product is not { } product || product.IsOn(account)),
        ];
        var matches = ByAmount(question.Amount, question.Periods.Count > 0 ? ByPeriods(question, fitting) : new InvoiceMatches(fitting));
        return matches with { Accounts = Extent(question, matches.Accounts) };
    }

    private static InvoiceMatches ByPeriods(InvoiceQuestion question, IReadOnlyList<InvoiceAccount> accounts)
    {
        var each = question.Periods.Select(said => ByPeriod(said, question.Basis, accounts)).ToList();
        var found = each.SelectMany(matches => matches.Accounts).ToHashSet();
        return each[0] with
        {
            Accounts = [.. accounts.Where(found.Contains)],
            ByIssue = each.Count == 1 ? each[0].ByIssue : [],
        };
    }

    private static InvoiceMatches ByPeriod(SaidPeriod said, PeriodBasis basis, IReadOnlyList<InvoiceAccount> accounts)
    {
        foreach (var (start, end) in said.Meanings)
        {
            var issued = Where(accounts, account => account.Invoice.IssuedOn, start, end);
            var billed = IsOfMonths(start, end) ? Billed(accounts, start, end, issued) : [];
            IReadOnlyList<InvoiceAccount> found = basis switch
            {
                PeriodBasis.Due => Where(accounts, account => account.Invoice.DueOn, start, end),
                PeriodBasis.Issued => issued,
                _ when billed.Count > 0 => billed,
                _ when issued.Count > 0 => issued,
                _ => Where(accounts, account => account.Invoice.DueOn, start, end, onlyOfDays: true),
            };
            if (found.Count > 0)
            {
                return new InvoiceMatches(found)
                {
                    Period = (start, end),
                    ByIssue = basis is PeriodBasis.Billed && billed.Count > 0 && Length(start, end) <= LongestMonth
                        ? [.. issued.Except(billed)]
                        : [],
                };
            }
        }

        return new InvoiceMatches([]) { Period = said.Meanings[0] };
    }

    /// <summary>What bills days of the time only; of a quarter or a year, also what was issued in it.</summary>
    private static List<InvoiceAccount> Billed(
        IReadOnlyList<InvoiceAccount> accounts, LocalDate start, LocalDate end, List<InvoiceAccount> issued) =>
        [.. accounts.Where(account => (account.Invoice.PeriodStart >= start && account.Invoice.PeriodEnd < end)
            || (Length(start, end) > LongestMonth && issued.Contains(account)))];

    private static List<InvoiceAccount> Where(
        IReadOnlyList<InvoiceAccount> accounts, Func<InvoiceAccount, LocalDate?> date, LocalDate start, LocalDate end, bool onlyOfDays = false) =>
        onlyOfDays && IsOfMonths(start, end) ? [] : [.. accounts.Where(account => date(account) >= start && date(account) < end)];

    /// <summary>A month or more; a day or a week is no billing period.</summary>
    private static bool IsOfMonths(LocalDate start, LocalDate end) => Length(start, end) > 7;

    private static int Length(LocalDate start, LocalDate end) => Period.DaysBetween(start, end);

    private static InvoiceMatches ByAmount(SaidAmount? amount, InvoiceMatches matches)
    {
        if (amount is null)
        {
            return matches;
        }

        if (amount.Bound is not AmountBound.None)
        {
            return matches with { Accounts = [.. matches.Accounts.Where(amount.Admits)] };
        }

        var exact = matches.Accounts.Where(amount.IsExactly).ToList();
        if (exact.Count == 0 && !amount.IsRough)
        {
            exact = [.. matches.Accounts.Where(amount.IsBeforeTax)];
        }

        var nearest = matches.Accounts.Select(account => amount.Nearness(account)).Min();
        return exact.Count > 0 || nearest is null
            ? matches with { Accounts = exact }
            : matches with { Accounts = [.. matches.Accounts.Where(account => amount.Nearness(account) == nearest)], IsNearestAmount = true };
    }

    private static IReadOnlyList<InvoiceAccount> Extent(InvoiceQuestion question, IReadOnlyList<InvoiceAccount> accounts) => question.Extent switch
    {
        SaidExtent.Last when !question.IsOfMany => [.. accounts.Take(1)],
        SaidExtent.Next => [.. Next(accounts).Take(question.IsOfMany ? int.MaxValue : 1)],
        _ => accounts,
    };

    /// <summary>The next to fall due; when none is, what is overdue.</summary>
    private static IEnumerable<InvoiceAccount> Next(IReadOnlyList<InvoiceAccount> accounts)
    {
        var unpaid = accounts.Where(account => account.IsUnpaid).OrderBy(account => account.Invoice.DueOn).ToList();
        var coming = unpaid.Where(account => account.Invoice.DueOn >= account.Today).ToList();
        return coming.Count > 0 ? coming : unpaid;
    }
}
