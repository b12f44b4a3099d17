using System.Text;
using BillingBot.Conversation;
using BillingBot.Knowledge;

namespace BillingBot.Skills.Dispute;

/// <summary>Reads what a customer says is wrong with an invoice.</summary>
internal sealed class DisputeReason(Phrases<DisputeReason> phrases)
{
    private const int Longest = 2_000;

    /// <summary>Letters beyond the stock words from which on something is said: a word in English, two or three in Japanese.</summary>
    private const int Telling = 6;

    /// <param name="words">The customer's words without an invoice number.</param>
    /// <param name="language">Of the words.</param>
    /// <returns>The words, where they say more than that something is wrong; else null, and it must be asked.</returns>
    public string? Said(string words, Language language)
    {
        var telling = phrases.Pattern(language, "StockWords").Replace(words.Normalize(NormalizationForm.FormKC), " ");
        return telling.Count(char.IsLetterOrDigit) >= Telling ? words : null;
    }

    /// <summary>The words beside an invoice number dispute it, or there are none: they are not another of the buttons.</summary>
    public bool IsDispute(string rest, Language language) =>
        !IsWords(rest) || Has(rest, language, "DisputeWords") || (!Has(rest, language, "OtherButtons") && Said(rest, language) is not null);

    /// <summary>"When are you open?", "thanks" and "talk to a person" say nothing about an invoice; "why twice?" does.</summary>
    public bool IsAside(Turn turn) => Is(turn, "SideQuestion") || Is(turn, "SmallTalk") || Is(turn, "Else");

    /// <summary>"Sorry, wrong invoice": nothing is wrong with the one that was asked about.</summary>
    public bool IsOfOther(Turn turn) => Is(turn, "OtherInvoice");

    private bool Is(Turn turn, string key) =>
        phrases.Pattern(turn.Language, key).IsMatch(turn.Text.Normalize(NormalizationForm.FormKC).Trim());

    public static bool IsWords(string text) => text.Any(char.IsLetter);

    public static string Shortened(string reason) => Cut.CleanTo(reason, Longest);

    private bool Has(string words, Language language, string key) =>
        phrases[language, key].Split('|').Any(word => words.Contains(word, StringComparison.OrdinalIgnoreCase));
}
