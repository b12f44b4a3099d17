using System.Text;
using BillingBot.Conversation;

namespace BillingBot.Skills.Invoice;

/// <summary>The customer's words, half-width; each reader takes out what it understood, so that no other reads it again.</summary>
internal sealed class SaidWords(string text)
{
    /// <summary>Longer texts tell a story; what they ask of an invoice stands at their beginning, or they name its number.</summary>
    private const int Longest = 1_000;

    /// <summary>What no reader has taken; blanks stand in the place of the rest.</summary>
    public string Text { get; private set; } = HalfWidth(text.Length <= Longest ? text : text[..Longest]);

    public bool Say(HotPattern pattern) => pattern.IsMatch(Text);

    public void Take(int start, int length) =>
        Text = string.Concat(Text.AsSpan(0, start), new string(' ', length), Text.AsSpan(start + length));

    /// <summary>Takes out all that fits, whatever it means.</summary>
    public SaidWords Without(HotPattern pattern)
    {
        Text = pattern.Replace(Text, match => new string(' ', match.Length));
        return this;
    }

    public void Replace(string text) => Text = text;

    /// <summary>A word that nobody took.</summary>
    public bool HasMore => Text.Any(char.IsLetterOrDigit);

    // Half a surrogate pair, cut off or sent so, cannot be normalised.
    private static string HalfWidth(string text) =>
        string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormKC);
}
