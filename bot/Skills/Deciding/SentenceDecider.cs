using BillingBot.Conversation;
using BillingBot.Knowledge.Articles.Search;
using NodaTime;

namespace BillingBot.Skills.Deciding;

/// <summary>Decides about a message of several sentences that is not understood as a whole.</summary>
internal sealed class SentenceDecider(QuestionParts parts, WholeDecider decider)
{
    /// <summary>
    /// What stands among greetings, thanks and other sentences: the one that asks something, or the question which of several
    /// is meant. Of a short message that asks something only questions count, for its other sentences say more together; and
    /// what one sentence says by itself must be near to what all say, but for a question in a long message.
    /// </summary>
    public Decision? Decide(Turn turn, LocalDate today, TurnSearch found)
    {
        var sentences = QuestionParts.Sentences(turn.Text);
        if (sentences.Count < 2)
        {
            return null;
        }

        var read = sentences.Select(sentence => (Text: sentence, Found: found.Of(sentence))).ToList();
        var telling = read.FindAll(sentence => sentence.Found is not Finding.Sure({ Article.IsSmallTalk: true }));
        if (telling.Count is > 0 && telling.Count < read.Count)
        {
            var rest = turn with { Text = string.Join(' ', telling.Select(sentence => sentence.Text)) };
            var told = found.Of(rest.Text);
            if (told is Finding.Sure or Finding.Variants || found.Of(turn.Text) is Finding.Sure)
            {
                return decider.Decide(rest, today, told);
            }
        }

        var said = telling.ConvertAll(sentence => (Sure: sentence.Found as Finding.Sure, IsQuestion: parts.IsQuestion(sentence.Text, turn.Language)));
        var asksNothing = !said.Exists(sentence => sentence.IsQuestion);
        var (isLong, whole) = (turn.Text.Length >= Findings.Long, found.Of(turn.Text));
        var sure = said
            .Where(sentence => sentence.Sure is not null && (asksNothing || isLong || sentence.IsQuestion))
            .Where(sentence => (isLong && sentence.IsQuestion) || Findings.IsNear(whole, sentence.Sure!.Match.Article))
            .Select(sentence => sentence.Sure!.Match)
            .GroupBy(match => match.Article.Id, StringComparer.Ordinal).Select(group => group.MaxBy(match => match.Confidence)!)
            .OrderByDescending(match => match.Confidence).ToList();
        return sure switch
        {
            [] => null,
            [var only] => new Decision.Open(only.Article, turn, only.Confidence, DecisionReason.Sentence),
            _ => new Decision.AskWhich(Findings.Articles(sure.Take(Findings.MostOptions)), turn.Text),
        };
    }
}
