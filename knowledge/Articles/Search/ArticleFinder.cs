using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Finds the article that answers a text, or says what is missing to know it.</summary>
public sealed class ArticleFinder(ArticleStore store, IOptions<AnswerOptions> options)
{
    /// <summary>More buttons are not read.</summary>
    private const int MostSuggestions = 4;

    public Finding Find(SearchRequest request) => Find(store.Index, request);

    /// <summary>
    /// Completes when a text can be searched: at once, except in the seconds after a start in which the ranking is trained for
    /// the first time. Even then an article that is asked for in its own words is found; the rest may wait, rather than be
    /// answered by something worse.
    /// </summary>
    public Task ReadyAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var index = store.Index;
        return index.Trained.IsCompleted || IsKnownByItsWords(index, request) ? Task.CompletedTask : index.Trained.WaitAsync(cancellationToken);
    }

    private static bool IsKnownByItsWords(ArticleIndex index, SearchRequest request) =>
        index.Section(request.Language, request.Audience) is { } section
        && (section.WithTitle(TextFolding.Fold(request.Text), request.Today) ?? section.WithQuestion(request.Text, request.Today)) is not null;

    internal Finding Find(ArticleIndex index, SearchRequest request) =>
        index.Section(request.Language, request.Audience) is { } section
            ? Decide(section, request).Finding
            : new Finding.Unsure([]);

    /// <summary>What may be near a text, best first, however unsure: for a reader who judges for themselves.</summary>
    public IReadOnlyList<ArticleMatch> Nearest(SearchRequest request)
    {
        if (store.Index.Section(request.Language, request.Audience) is not { } section)
        {
            return [];
        }

        var decided = Decide(section, request);
        var text = Cut.To(request.Text, options.Value.LongestQuestion);
        var ranking = decided.Searched == text ? decided.Ranking : null;
        var near = Suggestions(
            section, ranking ?? section.Rank(text, request.Today), QueryHints.Read(TextFolding.Fold(text)), request.Today, previous: null);
        return decided.Finding is Finding.Sure(var sure)
            ? [sure, .. near.Where(match => match.Article.Id != sure.Article.Id)]
            : near;
    }

    /// <summary>The one place where it is decided what a text is; everybody else shows it.</summary>
    internal Decided Decide(ArticleSection section, SearchRequest request)
    {
        if (Cut.To(request.Text, options.Value.LongestQuestion) is var start && start.Length < request.Text.Length)
        {
            var near = section.Rank(start, request.Today);
            return new(new Finding.Unsure(Suggestions(section, near, QueryHints.Read(""), request.Today, previous: null)), DecisionBasis.TooLong, start)
            {
                Ranking = near,
            };
        }

        var folded = TextFolding.Fold(request.Text);
        var hints = QueryHints.Read(folded);
        var last = section.WithId(request.PreviousArticleId);
        var chosen = last is not null && section.InTopic(last.Topic, request.Today).Count > 1 ? last : null;
        if (section.WithTitle(folded, request.Today) is { } titled)
        {
            return new(new Finding.Sure(new(titled, 1)), DecisionBasis.Title, request.Text) { Exact = titled };
        }

        if (section.WithQuestion(request.Text, request.Today) is { } taught
            && Settle(section, taught.Topic, 1, hints, request.Today, chosen) is { } exact)
        {
            return new(exact, DecisionBasis.Taught, request.Text) { Exact = taught };
        }

        if (section.IsUnanswered(folded))
        {
            return new(new Finding.Unsure([]), DecisionBasis.OffTopic, request.Text);
        }

        return hints.IsFollowUp && last is not null
            ? FollowUp(section, request, hints, last)
            : Search(section, request, request.Text, hints, chosen);
    }

    /// <summary>Names another variant of what was answered, so the era chosen before is not carried over.</summary>
    private Decided FollowUp(ArticleSection section, SearchRequest request, QueryHints hints, Article last)
    {
        var both = $"{request.PreviousQuestion} {request.Text}";
        if (section.InTopic(last.Topic, request.Today).Any(article => VariantChooser.IsMeant(article, hints)))
        {
            return new(Settle(section, last.Topic, 1, hints, request.Today, chosen: null)!, DecisionBasis.FollowUp, both);
        }

        var earlier = QueryHints.Read(TextFolding.Fold(request.PreviousQuestion ?? ""));
        return Search(section, request, both, hints.Or(earlier), chosen: null) with { Basis = DecisionBasis.FollowUp };
    }

    private Decided Search(ArticleSection section, SearchRequest request, string text, QueryHints hints, Article? chosen)
    {
        var ranking = section.Rank(text, request.Today);
        ranking = ranking with { Topics = [.. ranking.Topics.Where(topic => topic.Topic != request.ExcludedTopic)] };
        return new(Weigh(section, ranking, hints, request.Today, chosen), ranking.Topics.Count == 0 ? DecisionBasis.Nothing : DecisionBasis.Ranking, text)
        {
            Ranking = ranking,
        };
    }

    private Finding Weigh(ArticleSection section, Ranking ranking, QueryHints hints, LocalDate today, Article? chosen)
    {
        if (ranking.Topics is [var best, ..] && best.Confidence >= Threshold(section)
            && Settle(section, best.Topic, best.Confidence, hints, today, chosen) is { } settled)
        {
            return settled;
        }

        var suggestions = Suggestions(section, ranking, hints, today, chosen);
        return suggestions.Count > 1 && ranking.ChoiceConfidence >= options.Value.MinimumChoiceConfidence
            ? new Finding.Which(suggestions)
            : new Finding.Unsure(suggestions);
    }

    /// <summary>How sure an answer must be.</summary>
    internal double Threshold(ArticleSection section) =>
        options.Value.MinimumConfidence ?? section.ThresholdFor(options.Value.Precision);

    /// <summary>The topic is known: one of its articles, or the question which; null when none fits what the text names.</summary>
    private static Finding? Settle(
        ArticleSection section, string topic, double confidence, QueryHints hints, LocalDate today, Article? chosen)
    {
        var open = VariantChooser.Choose(section.InTopic(topic, today), hints, chosen);
        return open.Count switch
        {
            0 => null,
            1 => new Finding.Sure(new(open[0], confidence)),
            _ => new Finding.Variants(topic, [.. open.Select(article => new ArticleMatch(article, confidence / open.Count))]),
        };
    }

    private List<ArticleMatch> Suggestions(
        ArticleSection section, Ranking ranking, QueryHints hints, LocalDate today, Article? previous) =>
        [.. ranking.Topics
            .Where(topic => topic.Confidence >= options.Value.MinimumSuggestionConfidence)
            .Select(topic => (topic.Confidence, Open: VariantChooser.Choose(section.InTopic(topic.Topic, today), hints, previous)))
            .SelectMany(topic => topic.Open.Select(article => new ArticleMatch(article, topic.Confidence)))
            .Where(match => !match.Article.IsSmallTalk)
            .Take(MostSuggestions)];
}
