using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Skills.Handoff;
using BillingBot.Telemetry;
using NodaTime;

namespace BillingBot.Skills.Deciding;

/// <summary>Decides by the search: an answer, several, the question which one is meant, or that the bot does not know.</summary>
internal sealed class SearchDecider(
    ArticleFinder finder, FollowUps followUps, PersonRequest person, WholeDecider decider, SeveralQuestions several, SentenceDecider sentences)
{
    public async ValueTask<Decision> DecideAsync(Turn turn, LocalDate today, CancellationToken cancellationToken)
    {
        using var search = TurnTrace.Part("search");
        await finder.ReadyAsync(followUps.Request(turn, today), cancellationToken);
        return Decide(turn, today);
    }

    /// <summary>What the search finds for words of which something else is known already.</summary>
    public async ValueTask<Finding> FindAsync(Turn turn, LocalDate today, CancellationToken cancellationToken)
    {
        using var search = TurnTrace.Part("search");
        await finder.ReadyAsync(followUps.Request(turn, today), cancellationToken);
        return Find(turn, today);
    }

    private Decision Decide(Turn turn, LocalDate today)
    {
        var found = new TurnSearch(turn, part => Find(part, today));
        var whole = found.Of(turn.Text);

        // What is known word by word is what it is, in whatever language and however many sentences.
        var isExact = Findings.IsExact(whole);
        if (!isExact && ForeignLanguage.Of(turn.Text) is { } foreign)
        {
            return new Decision.Foreign(foreign, Nearest(turn, today));
        }

        if (whole is Finding.Unsure && turn.Case?.IsOf(turn) is not true && several.LeansOnUnknown(turn, found))
        {
            return new Decision.Admit([]);
        }

        if (!isExact && several.Decide(turn, found, whole) is { } answers)
        {
            return answers;
        }

        return isExact || whole is Finding.Sure({ Article.IsSmallTalk: false }) or Finding.Variants || sentences.Decide(turn, today, found) is not { } decision
            ? decider.Decide(turn, today, whole)
            : decision;
    }

    private Finding Find(Turn turn, LocalDate today) =>
        finder.Find(followUps.Request(turn, today) with { ExcludedTopic = person.IsOther(turn) ? ArticleButtons.TalkToPerson : null });

    /// <summary>In whichever of the bot's languages the words are nearest to something.</summary>
    /// <summary>Of words in neither language; nobody is alarmed by a guess.</summary>
    private List<Article> Nearest(Turn turn, LocalDate today) => Findings.Articles(
        new[] { Language.English, Language.Japanese }
            .SelectMany(language => finder.Nearest(new SearchRequest(turn.Text, language.Code, Audience.Customer, today)))
            .Where(match => !match.Article.IsSmallTalk && match.Article.Id != SecurityReport.ArticleId).OrderByDescending(match => match.Confidence).Take(Findings.MostOptions));
}
