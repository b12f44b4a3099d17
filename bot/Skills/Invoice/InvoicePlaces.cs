using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BillingBot.Conversation;

namespace BillingBot.Skills.Invoice;

/// <summary>Reads "the second one" and "2番目" after a list.</summary>
internal sealed class InvoicePlaces(InvoiceVocabulary vocabulary)
{
    private const int Longest = 60;

    /// <returns>The number of the invoice that stood there; null when the words are no place in the list.</returns>
    public string? Read(Turn turn)
    {
        if (turn.State.ListedInvoices.Count == 0 || turn.Text.Length > Longest
            || vocabulary[turn.Language, "Place"].Match(string.Concat(turn.Text.EnumerateRunes()).Normalize(NormalizationForm.FormKC))
                is not { Success: true } match)
        {
            return null;
        }

        var place = match.Groups["n"] is { Success: true } digits
            ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture)
            : int.Parse(match.Groups.Values.First(IsPlace).Name.AsSpan(1), CultureInfo.InvariantCulture);
        return turn.State.ListedInvoices.ElementAtOrDefault(place - 1);
    }

    private static bool IsPlace(Group group) => group is { Success: true, Name: ['p', ..] };
}
