using BillingBot.Conversation;

namespace BillingBot.Skills.Forms;

/// <summary>"I found it", "it works again": said in place of an answer, or around a "cancel".</summary>
internal sealed class SettledWords(Phrases<SettledWords> phrases)
{
    /// <summary>The text with a mark, which patterns write as <c>\x01</c>, in the place of such words.</summary>
    public string Marked(string text, Language language) =>
        phrases.Pattern(language, "Settled").Replace(text.Replace('\u2019', '\''), "\u0001");
}
