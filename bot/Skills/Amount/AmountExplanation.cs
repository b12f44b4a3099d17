using BillingBot.Conversation;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Skills.Wording;

namespace BillingBot.Skills.Amount;

/// <summary>Explains how an invoice's amount came about, line by line and against the invoice before it, with the arithmetic shown.</summary>
internal sealed class AmountExplanation(ContributionWords contributions, LineWords lines, BillingWords words, ArticleButtons buttons, Phrases<AmountExplanation> phrases)
{
    /// <summary>More rows are not read; the rest is one row.</summary>
    private const int MostRows = 8;

    /// <param name="turn">A turn whose person may see amounts.</param>
    /// <param name="account">The invoice to explain.</param>
    /// <param name="earlier">The one it is compared with; null for none.</param>
    public IReadOnlyList<ReplyMessage> Explain(Turn turn, InvoiceAccount account, InvoiceAccount? earlier)
    {
        var card = earlier is null ? Alone(turn, account) : Compared(turn, account, earlier);
        return
        [
            new ReplyMessage { Card = card, Language = turn.Language.Code },
            new ReplyMessage
            {
                Text = Arithmetic(turn, account, onlyProrated: earlier is not null) ?? phrases[turn.Language, "NothingProrated"],
                Choices = buttons.For(["dispute-invoice", "invoice-tax", ArticleButtons.TalkToPerson], turn.Language),
                Language = turn.Language.Code,
            },
        ];
    }

    /// <summary>What changed, for somebody who may not see amounts.</summary>
    public ReplyMessage WithoutAmounts(Turn turn, InvoiceAccount account, InvoiceAccount? earlier)
    {
        var changes = earlier is null
            ? []
            : InvoiceComparison.Of(account, earlier).Contributions
                .Where(contribution => contribution.Kind is not (ContributionKind.Tax or ContributionKind.Unexplained))
                .Select(contribution => contributions.Say(contribution, turn, account, withAmounts: false)).Distinct(StringComparer.Ordinal).ToList();
        var (language, shown) = (turn.Language, changes.Take(MostRows).ToList());
        var what = (earlier, shown.Count) switch
        {
            (null, _) => null,
            (_, 0) => phrases[language, "NoChangesToName"],
            _ => string.Join('\n', shown.Select(change => $"- {Markdown.Escape(change)}").Prepend(phrases.Format(
                language, "ChangesWithoutAmounts", Markdown.Escape(Name(account, turn)), Markdown.Escape(Name(earlier, turn))) + "\n")),
        };
        var more = changes.Count > MostRows ? phrases.Format(language, "MoreLines", changes.Count - MostRows) : null;
        return new ReplyMessage
        {
            Text = string.Join("\n\n", new[] { what, more, phrases[language, "ContactsOnly"] }.OfType<string>()),
            Choices = buttons.For(["who-sees-invoices", ArticleButtons.TalkToPerson], language),
            Language = language.Code,
        };
    }

    private Card Compared(Turn turn, InvoiceAccount account, InvoiceAccount earlier)
    {
        var comparison = InvoiceComparison.Of(account, earlier);
        var (language, unexplained) = (turn.Language, comparison.Contributions.Where(change => change.Kind == ContributionKind.Unexplained).ToList());
        return new Card(
            Title(turn, account),
            Headline(turn, account, earlier, comparison),
            [
                new(Name(account, turn), words.Money(account.Total, language)),
                new(Name(earlier, turn), words.Money(earlier.Total, language)),
                new(phrases[language, "Difference"], Signed(comparison.Difference, language)),
                new(phrases[language, "OfWhichTax"], Signed(account.Tax - earlier.Tax, language)),
            ],
            unexplained.Count == 0 ? null : phrases.Format(
                language, "StaysUnexplained", Signed(Sum(unexplained.Select(change => change.Amount), account), language)))
        {
            Table = Table(
                turn, account, [phrases[language, "WhatChanged"], phrases[language, "Amount"]],
                [.. comparison.Contributions.Select(change => (contributions.Say(change, turn, account, withAmounts: true), change.Amount))], Signed),
        };
    }

    private Card Alone(Turn turn, InvoiceAccount account)
    {
        var language = turn.Language;
        var byAmount = account.Invoice.Lines.OrderByDescending(line => Math.Abs(line.NetMinor))
            .Select(line => (line.ProductName, new Money(line.NetMinor, account.Invoice.Currency)));
        return new Card(
            Title(turn, account),
            phrases.Format(language, account.Invoice.Lines.Count == 1 ? "AloneOne" : "Alone", words.Money(account.Total, language), account.Invoice.Lines.Count),
            [
                new(phrases[language, "Net"], words.Money(account.Net, language)),
                new(phrases[language, "Tax"], words.Money(account.Tax, language)),
                new(phrases[language, "Total"], words.Money(account.Total, language)),
            ],
            phrases[language, "NothingToCompare"])
        {
            Table = Table(turn, account, [phrases[language, "Line"], phrases[language, "Amount"]], [.. byAmount], words.Money),
        };
    }

    private string Headline(Turn turn, InvoiceAccount account, InvoiceAccount earlier, InvoiceComparison comparison)
    {
        var (language, difference) = (turn.Language, comparison.Difference);
        var before = Name(earlier, turn);
        if (difference.Minor == 0)
        {
            return phrases.Format(language, comparison.Contributions.Count == 0 ? "Same" : "SameSum", before);
        }

        var main = comparison.Contributions.FirstOrDefault(change =>
            change.Kind is not (ContributionKind.Tax or ContributionKind.Unexplained) && Math.Sign(change.Amount.Minor) == Math.Sign(difference.Minor));
        var amount = words.Money(difference.Minor < 0 ? -difference : difference, language);
        var more = phrases.Format(language, difference.Minor > 0 ? "More" : "Less", amount, before);
        return main is null ? more : phrases.Format(
            language, "Headline", more, contributions.Say(main, turn, account, withAmounts: true), Signed(main.Amount, language));
    }

    private CardTable Table(
        Turn turn, InvoiceAccount account, IReadOnlyList<string> columns, IReadOnlyList<(string What, Money Amount)> rows, Func<Money, Language, string> money)
    {
        var shown = rows.Count <= MostRows ? rows : [.. rows.Take(MostRows)];
        var rest = rows.Skip(shown.Count).ToList();
        var cells = shown.Select(row => new CardRow([row.What, money(row.Amount, turn.Language)])).ToList();
        if (rest.Count > 0)
        {
            cells.Add(new CardRow(
                [phrases.Format(turn.Language, "MoreLines", rest.Count), money(Sum(rest.Select(row => row.Amount), account), turn.Language)]));
        }

        return new CardTable(columns, cells);
    }

    /// <returns>Null when there is no such line.</returns>
    private string? Arithmetic(Turn turn, InvoiceAccount account, bool onlyProrated)
    {
        var (language, currency) = (turn.Language, account.Invoice.Currency);
        var all = account.Invoice.Lines
            .Where(line => !onlyProrated || line.ChargedDays is not null || LineExplanation.Of(line, currency) is LineExplanation.None)
            .OrderByDescending(line => Math.Abs(line.NetMinor)).ToList();
        if (all.Count == 0)
        {
            return null;
        }

        var shown = all.Take(MostRows).Select(line => $"- {Markdown.Escape(lines.Say(line, account, language))}");
        var more = all.Count > MostRows ? [phrases.Format(language, "MoreLines", all.Count - MostRows)] : Array.Empty<string>();
        return string.Join('\n', [phrases[language, onlyProrated ? "ProratedLines" : "Lines"], "", .. shown, .. more]);
    }

    private string Title(Turn turn, InvoiceAccount account) => phrases.Format(turn.Language, "Title", account.Invoice.Number, Name(account, turn));

    /// <summary>By its month, or where it has none by its number.</summary>
    private string Name(InvoiceAccount account, Turn turn) => account.Invoice is { PeriodStart: { } first, PeriodEnd: { } last }
        ? words.Period(first, last, account.Today, turn.Language)
        : account.Invoice.Number;

    private string Signed(Money amount, Language language) => amount.Minor switch
    {
        > 0 => $"+{words.Money(amount, language)}",
        < 0 => $"-{words.Money(-amount, language)}",
        _ => words.Money(amount, language),
    };

    private static Money Sum(IEnumerable<Money> amounts, InvoiceAccount account) =>
        amounts.Aggregate(new Money(0, account.Invoice.Currency), (sum, amount) => sum + amount);
}
