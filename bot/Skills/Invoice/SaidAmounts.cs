using System.Globalization;
using BillingBot.Conversation;
using BillingBot.Recognizers;

namespace BillingBot.Skills.Invoice;

/// <summary>Reads amounts: "the 1,200 dollar one", "12万円の請求書".</summary>
internal sealed class SaidAmounts(ICurrencyRecognizer recognizer, InvoiceVocabulary vocabulary)
{
    private const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;

    /// <returns>Null when there is none.</returns>
    public SaidAmount? Take(SaidWords words, Language language)
    {
        var isRough = words.Say(vocabulary[language, "RoughAmount"]);
        var bound = TakeBound(words, language);
        foreach (var found in recognizer.Recognize(words.Text, language.Code))
        {
            if (found.Values is [var values, ..] && Parse(values.GetValueOrDefault("value")) is { } value)
            {
                words.Take(found.Start, found.End - found.Start + 1);
                return new SaidAmount(value, values.GetValueOrDefault("isoCurrency"), isRough) { Bound = bound };
            }
        }

        if (vocabulary[language, "BareAmount"].Match(words.Text) is { Success: true } bare && Parse(bare.Groups["amount"].Value) is { } amount)
        {
            words.Take(bare.Groups["amount"].Index, bare.Groups["amount"].Length);
            return new SaidAmount(amount, null, isRough) { Bound = bound };
        }

        return null;
    }

    /// <summary>"Invoices over 1,000 dollars"; "an invoice over 1,000 dollars" has that amount.</summary>
    private AmountBound TakeBound(SaidWords words, Language language)
    {
        var bound = !words.Say(vocabulary[language, "Many"]) && language == Language.English ? AmountBound.None
            : words.Say(vocabulary[language, "AtLeast"]) ? AmountBound.AtLeast
            : words.Say(vocabulary[language, "AtMost"]) ? AmountBound.AtMost
            : AmountBound.None;
        if (bound is not AmountBound.None)
        {
            words.Without(vocabulary[language, bound.ToString()]);
        }

        return bound;
    }

    private static decimal? Parse(string? text) =>
        decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var value) ? value : null;
}
