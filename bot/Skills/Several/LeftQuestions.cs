using BillingBot.Conversation;
using BillingBot.Knowledge;

namespace BillingBot.Skills.Several;

/// <summary>Says which questions of a message are not answered now: what nothing answers, and what waits for its turn.</summary>
internal sealed class LeftQuestions(ArticleButtons buttons, Phrases<LeftQuestions> phrases)
{
    private const int LongestQuote = 150;
    private const int MostQuotes = 3;

    /// <param name="turn">The turn.</param>
    /// <param name="unknown">Questions that nothing answers, as they were put.</param>
    /// <param name="later">What to say for those that wait.</param>
    /// <returns>Null when nothing is left.</returns>
    public ReplyMessage? Say(Turn turn, IReadOnlyList<string> unknown, IReadOnlyList<string> later)
    {
        List<string> text =
        [
            .. unknown.Count > 0 ? [phrases.Format(turn.Language, "NotThese", Quoted(turn.Language, unknown))] : Array.Empty<string>(),
            .. later.Count > 0 ? [phrases[turn.Language, "Later"]] : Array.Empty<string>(),
        ];
        return text.Count == 0 ? null : new()
        {
            Text = string.Join("\n\n", text),
            Choices =
            [
                .. later.Select(label => new Choice(Cut.To(label, LongestQuote))),
                .. unknown.Count > 0 ? buttons.For([ArticleButtons.TalkToPerson], turn.Language) : [],
            ],
            Language = turn.Language.Code,
        };
    }

    private string Quoted(Language language, IReadOnlyList<string> unknown) => string.Join(
        phrases[language, "Separator"],
        unknown.Take(MostQuotes).Select(question => phrases.Format(language, "Quote", Markdown.EscapeAndUnlink(Cut.To(question, LongestQuote)))));
}
