using BillingBot.Conversation;
using BillingBot.Knowledge.Articles.Search;

namespace BillingBot.Skills.Deciding;

/// <summary>Decides about a message that asks more than one question.</summary>
internal sealed class SeveralQuestions(QuestionParts parts)
{
    /// <summary>More questions without an answer beside a single one that has one are a story.</summary>
    private const int MostUnknown = 3;

    /// <summary>"Do you repair bicycles? What's the price?": what leans on a question that nothing is known of is none by itself.</summary>
    public bool LeansOnUnknown(Turn turn, TurnSearch found) =>
        QuestionParts.Sentences(turn.Text) is { Count: > 1 } sentences && parts.Leans(sentences[^1], turn.Language)
        && sentences.SkipLast(1).All(sentence => Findings.IsUnknown(found.Of(sentence)));

    /// <summary>
    /// Each question of a message by itself; null when there is one, or not every two of them can be told apart. Where the
    /// whole is sure of something else than each part that is known, the parts belong to it: "fewer seats? What do you need?"
    /// </summary>
    public Decision.Several? Decide(Turn turn, TurnSearch found, Finding whole)
    {
        var questions = parts.Questions(turn.Text, turn.Language);
        if (questions.Count < 2 || turn.State.Form is not null)
        {
            return null;
        }

        List<Decision.Open> answers = [];
        List<Decision.AskWhich> which = [];
        List<string> unknown = [];
        foreach (var question in questions)
        {
            var part = turn with { Text = question };
            switch (found.Of(question))
            {
                case Finding.Sure({ Article.IsSmallTalk: false } match) when answers.TrueForAll(known => known.Article.Topic != match.Article.Topic):
                    answers.Add(new(match.Article, part, match.Confidence, DecisionReason.Search));
                    break;
                case Finding.Variants(var topic, var matches) when answers.TrueForAll(known => known.Article.Topic != topic):
                    which.Add(new(Findings.Articles(matches), question));
                    break;
                case Finding.Unsure or Finding.Which:
                    unknown.Add(question);
                    break;
            }
        }

        if (which.Count == 0 && Findings.Topic(whole) is { } about && answers.TrueForAll(known => known.Article.Topic != about))
        {
            return null;
        }

        // "Do you sell X, and what would it cost?": the price of another thing. What is asked first leans on nothing.
        if (answers is [{ Article: var only, Turn.Text: var asked }] && asked != questions[0] && turn.Text.Length < Findings.Long && !Findings.IsNear(whole, only, Findings.WorthAsking))
        {
            return null;
        }

        var isWhole = answers.Count > 1 || (answers.Count == 1 && (which.Count > 0 || unknown.Count is > 0 and <= MostUnknown));
        return isWhole ? Decision.Several.Of(answers, which, unknown) : null;
    }
}
