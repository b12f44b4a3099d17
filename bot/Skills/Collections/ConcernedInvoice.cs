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
internal sealed partial class ConcernedInvoice(InvoiceFinder finder, Receivables receivables, IDateTimeRecognizer dates)
{
    /// <summary>Shorter numbers could be any figure.</summary>
    private const int ShortestKey = 6;

    /// <returns>
    /// One; None where a number is named that is not the customer's; Several, perhaps empty, where it must be asked.
    /// </returns>
    /// <param name="turn">A turn of a known person.</param>
    /// <param name="mayBe">Which invoices come into question where none is named.</param>
    /// <param name="cancellationToken">The turn's.</param>
    public async Task<InvoiceSelection> FindAsync(Turn turn, Func<InvoiceAccount, bool> mayBe, CancellationToken cancellationToken)
    {
        if (await NamedAsync(turn, cancellationToken) is { Account: { } named })
        {
            return new InvoiceSelection.One(named);
        }

        var looksNamed = Number().IsMatch(turn.Text.Normalize(NormalizationForm.FormKC));
        var found = await finder.FindAsync(looksNamed ? turn : turn with { Text = WithoutDates(turn) }, cancellationToken);
        return found switch
        {
            InvoiceSelection.None when looksNamed => found,
            InvoiceSelection.One(var one) when looksNamed || mayBe(one) => found,
            InvoiceSelection.Several(var several) when several.Any(mayBe) => Several(several.Where(mayBe)),
            _ => Several((await AllAsync(turn, cancellationToken)).Where(mayBe)),
        };
    }

    /// <summary>The customer's invoice whose number stands in the words, however it is written, and the words beside it.</summary>
    /// <returns>Null where the words hold no number; an account of null where they hold one that is not the customer's.</returns>
    public async Task<NamedInvoice?> NamedAsync(Turn turn, CancellationToken cancellationToken)
    {
        var words = turn.Text.Normalize(NormalizationForm.FormKC);
        var key = InvoiceNumbers.Key(turn.Text);
        var account = (await AllAsync(turn, cancellationToken))
            .Where(account => account.Invoice.NumberKey is { Length: >= ShortestKey } own && key.Contains(own, StringComparison.Ordinal))
            .MaxBy(account => account.Invoice.NumberKey.Length);
        if (account is not null)
        {
            return new NamedInvoice(account, account.Invoice.Number, Without(words, account.Invoice.NumberKey));
        }

        return Number().Match(words) is { Success: true } match ? new NamedInvoice(null, match.Value, words.Remove(match.Index, match.Length).Trim()) : null;
    }

    public async Task<InvoiceAccount?> OfNumberAsync(Turn turn, string number, CancellationToken cancellationToken) =>
        (await AllAsync(turn, cancellationToken)).FirstOrDefault(account => account.Invoice.Number == number);

    private static InvoiceSelection Several(IEnumerable<InvoiceAccount> accounts)
    {
        List<InvoiceAccount> oldestFirst = [.. accounts.OrderBy(account => account.Invoice.DueOn ?? LocalDate.MaxIsoValue)];
        return oldestFirst is [var one] ? new InvoiceSelection.One(one) : new InvoiceSelection.Several(oldestFirst);
    }

    /// <summary>What stands between the signs of a number does not matter.</summary>
    private static string Without(string words, string key) => Regex.Replace(
        words, string.Join(@"[\s\p{P}]{0,3}", key.Select(sign => Regex.Escape(sign.ToString()))), " ",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)).Trim();

    private async Task<IReadOnlyList<InvoiceAccount>> AllAsync(Turn turn, CancellationToken cancellationToken) =>
        turn.Person is { } person ? await receivables.AllAsync(person.CustomerId, person.Today(turn.Now), cancellationToken) : [];

    private string WithoutDates(Turn turn)
    {
        var text = new StringBuilder(turn.Text);
        foreach (var said in dates.Recognize(turn.Text, turn.Language.Code, turn.Person!.Today(turn.Now).At(LocalTime.Noon)).OrderByDescending(said => said.Start))
        {
            text.Remove(said.Start, said.End - said.Start + 1);
        }

        return text.ToString().Trim();
    }

    [GeneratedRegex(@"(?<![\p{L}\d])(?:[A-Za-z]{2,5}-?\d{2,}-\d{2,}|[A-Za-z]{2,5}-?\d{5,})", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Number();
}
