using System.Text.RegularExpressions;
using BillingBot.Conversation;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Recognizers;
using BillingBot.Skills.Wording;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Skills.Amount;

/// <summary>Reads the months in "why is September higher than August?" and finds their invoices.</summary>
internal sealed class SaidMonths(IDateTimeRecognizer dates, BillingWords wording, Phrases<AmountSkill> phrases)
{
    /// <returns>Null when no month is said.</returns>
    public Found? Read(Turn turn, IReadOnlyList<InvoiceAccount> all)
    {
        var today = turn.Person!.Today(turn.Now);

        // "Between August and September" means both months, not the time between them.
        var words = Regex.Replace(turn.Text, phrases[turn.Language, "RangeWords"], ";", RegexOptions.IgnoreCase, Regex.InfiniteMatchTimeout);
        var said = dates.Recognize(words, turn.Language.Code, today.At(LocalTime.Noon))
            .Select(found => (Month: found.Values.Select(Month).Where(month => month <= today.ToYearMonth()).Max(), IsCompared: IsCompared(words, found, turn.Language)))
            .Where(found => found.Month is not null).ToList();
        List<YearMonth> months = [.. said.Select(found => found.Month!.Value).Distinct().Order()];
        return months switch
        {
            [] => null,
            [var month] => ForOne(turn, month, said.TrueForAll(found => found.IsCompared), all),
            [var before, .., var after] => ForTwo(turn, before, after, all),
        };
    }

    /// <summary>"Than August", 「8月より」: the month is what another is compared with.</summary>
    private bool IsCompared(string words, ModelResult found, Language language) =>
        Regex.IsMatch(words[..found.Start], phrases[language, "ComparedBefore"], RegexOptions.IgnoreCase, Regex.InfiniteMatchTimeout)
        || Regex.IsMatch(words[found.Start..], phrases[language, "ComparedAfter"], RegexOptions.IgnoreCase, Regex.InfiniteMatchTimeout);

    /// <summary>The month that an invoice is for; null when it is for no single month.</summary>
    public static YearMonth? MonthOf(InvoiceAccount account) =>
        account.Invoice is { PeriodStart: { } first, PeriodEnd: { } last } && first.ToYearMonth() == last.ToYearMonth() ? first.ToYearMonth() : null;

    private Found ForOne(Turn turn, YearMonth month, bool isCompared, IReadOnlyList<InvoiceAccount> all)
    {
        var named = Of(month, all);
        if (named.Count == 0)
        {
            return new Missing(Name(turn, month));
        }

        // "Higher than last month" compares the month with the one after it, unless that month is the newest itself.
        var newest = all.Select(MonthOf).Max();
        return isCompared && newest > month && ComparableInvoices.Pair(Of(newest.Value, all), named) is var (later, earlier)
            ? new Pair(later, earlier)
            : new One(named.FirstOrDefault(account => ComparableInvoices.Before(account, all) is not null) ?? named[0]);
    }

    private Found ForTwo(Turn turn, YearMonth before, YearMonth after, IReadOnlyList<InvoiceAccount> all)
    {
        var (later, earlier) = (Of(after, all), Of(before, all));
        return (later.Count, earlier.Count) switch
        {
            (0, _) => new Missing(Name(turn, after)),
            (_, 0) => new Missing(Name(turn, before)),
            _ => ComparableInvoices.Pair(later, earlier) is var (one, other) ? new Pair(one, other) : new One(later[0]),
        };
    }

    /// <summary>The invoices for a month; where there are none, those issued in it.</summary>
    private static IReadOnlyList<InvoiceAccount> Of(YearMonth month, IReadOnlyList<InvoiceAccount> all)
    {
        List<InvoiceAccount> invoiced = [.. all.Where(account => MonthOf(account) == month)];
        return invoiced.Count > 0 ? invoiced : [.. all.Where(account => account.Invoice.IssuedOn?.ToYearMonth() == month)];
    }

    private string Name(Turn turn, YearMonth month) =>
        wording.Period(month.OnDayOfMonth(1), month.OnDayOfMonth(1).PlusMonths(1).PlusDays(-1), turn.Person!.Today(turn.Now), turn.Language);

    /// <summary>A range that is exactly one month, its end exclusive as recognisers give it.</summary>
    private static YearMonth? Month(IReadOnlyDictionary<string, string> value) =>
        value.TryGetValue("start", out var start) && value.TryGetValue("end", out var end)
        && LocalDatePattern.Iso.Parse(start) is { Success: true, Value: { Day: 1 } first }
        && LocalDatePattern.Iso.Parse(end) is { Success: true, Value: var last } && last == first.PlusMonths(1)
            ? first.ToYearMonth()
            : null;

    /// <summary>What the months lead to.</summary>
    internal abstract record Found;

    internal sealed record Pair(InvoiceAccount Later, InvoiceAccount Earlier) : Found;

    internal sealed record One(InvoiceAccount Account) : Found;

    /// <param name="Month">In the language of the turn.</param>
    internal sealed record Missing(string Month) : Found;
}
