using System.Text;
using System.Text.RegularExpressions;
using BillingBot.Conversation;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Recognizers;
using BillingBot.Skills.Invoice;
using NodaTime;

namespace BillingBot.Skills.Collections;

/// <summary>Finds the invoice that a promise, a dispute or a wish to share is about; the day somebody will pay is not the day of an invoice.</summary>
internal sealed partial class ConcernedInvoice(InvoiceFinder finder, InvoicePlaces places, Receivables receivables, IDateTimeRecognizer dates)
{
    /// <summary>Shorter numbers could be any figure.</summary>
    private const int ShortestKey = 6;

    /// <summary>What all else is looked for in: the invoices of the person's customer, newest first; none for a guest.</summary>
    public async Task<IReadOnlyList<InvoiceAccount>> AllAsync(Turn turn, CancellationToken cancellationToken) =>
        turn.Person is { } person ? await receivables.AllAsync(person.CustomerId, person.Today(turn.Now), cancellationToken) : [];

    /// <returns>
    /// One; None where a number is named that is not the customer's; Several, perhaps empty, where it must be asked.
    /// </returns>
    /// <param name="turn">A turn of a known person.</param>
    /// <param name="all">See <see cref="AllAsync"/>.</param>
    /// <param name="mayBe">Which invoices come into question where none is named.</param>
    public InvoiceSelection Find(Turn turn, IReadOnlyList<InvoiceAccount> all, Func<InvoiceAccount, bool> mayBe)
    {
        var named = Named(turn, all);
        if (named is { Account: { } account })
        {
            return new InvoiceSelection.One(account);
        }

        var looksNamed = named is not null;
        if (!looksNamed && turn.State.LastInvoice is { } last && finder.Ask(turn, all).Question.MeansOther)
        {
            return Several(all.Where(one => mayBe(one) && one.Invoice.Number != last));
        }

        var finding = finder.Ask(looksNamed ? turn : turn with { Text = WithoutDates(turn) }, all);
        var found = finding.Selection;
        return found switch
        {
            InvoiceSelection.None when looksNamed => found,
            InvoiceSelection.One when !looksNamed && IsGuess(turn, finding.Question) => Several(all.Where(mayBe)),
            InvoiceSelection.One(var one) when looksNamed || finding.Question.PointsBack || mayBe(one) => found,
            InvoiceSelection.Several(var several) when several.Any(mayBe) => Several(several.Where(mayBe)),
            _ => Several(all.Where(mayBe)),
        };
    }

    /// <summary>The customer's invoice whose number stands in the words, however it is written, and the words beside it.</summary>
    /// <returns>Null where the words hold no number; an account of null where they hold one that is not the customer's.</returns>
    public NamedInvoice? Named(Turn turn, IReadOnlyList<InvoiceAccount> all)
    {
        var words = turn.Text.Normalize(NormalizationForm.FormKC);
        var key = InvoiceNumbers.Key(turn.Text);
        var account = all
            .Where(account => account.Invoice.NumberKey is { Length: >= ShortestKey } own && key.Contains(own, StringComparison.Ordinal))
            .MaxBy(account => account.Invoice.NumberKey.Length);
        if (account is not null)
        {
            return new NamedInvoice(account, account.Invoice.Number, Without(words, account.Invoice.NumberKey));
        }

        if (Number().Match(words) is { Success: true } match)
        {
            return new NamedInvoice(null, match.Value, words.Remove(match.Index, match.Length).Trim());
        }

        // "0142", "invoice 142": as everywhere else, where it can be one invoice only.
        return finder.Ask(turn, all).Question.Numbers switch
        {
            [{ Numbers: [var own] } said] =>
                new NamedInvoice(all.First(one => one.Invoice.Number == own), own, Without(words, said)),
            [{ Numbers: [], AsSaid: ['0', ..] } said] => new NamedInvoice(null, said.AsSaid, Without(words, said)),
            _ => null,
        };
    }

    /// <summary>As <see cref="Named"/>, or by its place among those just offered: "the second one".</summary>
    public NamedInvoice? Chosen(Turn turn, IReadOnlyList<InvoiceAccount> all) =>
        Named(turn, all) is { } named ? named
        : places.Read(turn) is { } number && OfNumber(number, all) is { } account ? new NamedInvoice(account, number, "")
        : null;

    /// <summary>The words ask something else of invoices, as "show me the lines" does.</summary>
    public bool IsAside(Turn turn, IReadOnlyList<InvoiceAccount> all) =>
        finder.Ask(turn, all).Question is
        {
            IsWhollyUnderstood: true,
            Aspect: InvoiceAspect.Lines or InvoiceAspect.Payments or InvoiceAspect.Owed or InvoiceAspect.WhenDue or InvoiceAspect.AnyUnpaid
        };

    /// <summary>"You bill what we cancelled", "I refuse to pay line 3": said of what is billed, not of an invoice.</summary>
    private static bool IsGuess(Turn turn, InvoiceQuestion question) => turn.State.LastInvoice is null && question is { Narrows: false, IsWhollyUnderstood: false }
        && question.State is not (SaidState.Overdue or SaidState.PartlyPaid or SaidState.Unpaid)
        && (question.Selects || question.Aspect is InvoiceAspect.Lines or InvoiceAspect.Why or InvoiceAspect.HowMuch);

    public static InvoiceAccount? OfNumber(string number, IReadOnlyList<InvoiceAccount> all) =>
        all.FirstOrDefault(account => account.Invoice.Number == number);

    private static InvoiceSelection Several(IEnumerable<InvoiceAccount> accounts)
    {
        List<InvoiceAccount> oldestFirst = [.. accounts.OrderBy(account => account.Invoice.DueOn ?? LocalDate.MaxIsoValue)];
        return oldestFirst is [var one] ? new InvoiceSelection.One(one) : new InvoiceSelection.Several(oldestFirst);
    }

    /// <summary>What stands between the signs of a number does not matter.</summary>
    private static string Without(string words, SaidNumber said) => words.Replace(said.AsSaid, " ", StringComparison.OrdinalIgnoreCase).Trim();

    private static string Without(string words, string key) => Regex.Replace(
        words, string.Join(@"[\s\p{P}]{0,3}", key.Select(sign => Regex.Escape(sign.ToString()))), " ",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)).Trim();

    private string WithoutDates(Turn turn) => dates.WithoutDates(turn.Text, turn.Language.Code, turn.Person!.Today(turn.Now)).Trim();

    [GeneratedRegex(@"(?<![\p{L}\d])(?:[A-Za-z]{2,5}-?\d{2,}-\d{2,}|[A-Za-z]{2,5}-?\d{5,})", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Number();
}
