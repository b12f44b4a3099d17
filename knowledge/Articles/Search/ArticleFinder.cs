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
            ? Find(section, request)
            : new Finding.Unsure([]);

    /// <summary>What may be near a text, best first, however unsure: for a reader who judges for themselves.</summary>
    public IReadOnlyList<ArticleMatch> Nearest(SearchRequest request)
    {
        if (store.Index.Section(request.Language, request.Audience) is not { } section)
        {
            return [];
        }

        var text = Cut.To(request.Text, options.Value.LongestQuestion);
        var near = Suggestions(section, section.Rank(text, request.Today), QueryHints.Read(TextFolding.Fold(text)), request.Today, previous: null);
        return Find(section, request) is Finding.Sure(var sure)
            ? [sure, .. near.Where(match => match.Article.Id != sure.Article.Id)]
            : near;
    }

    private Finding Find(ArticleSection section, SearchRequest request)
    {
        var longest = options.Value.LongestQuestion;
        if (request.Text.Length > longest)
        {
            var start = section.Rank(Cut.To(request.Text, longest), request.Today);
            return Unsure(Suggestions(section, start, QueryHints.Read(""), request.Today, previous: null));
        }

        var folded = TextFolding.Fold(request.Text);
        var hints = QueryHints.Read(folded);
        var last = section.WithId(request.PreviousArticleId);
        var chosen = last is not null && section.InTopic(last.Topic, request.Today).Count > 1 ? last : null;
        if (section.WithTitle(folded, request.Today) is { } titled)
        {
            return new Finding.Sure(new(titled, 1));
        }

        if (section.WithQuestion(request.Text, request.Today) is { } taught
            && Settle(section, taught.Topic, 1, hints, request.Today, chosen) is { } exact)
        {
            return exact;
        }

        if (section.IsUnanswered(folded))
        {
            return Unsure([]);
        }

        return hints.IsFollowUp && last is not null
            ? FollowUp(section, request, hints, last)
            : Search(section, request.Text, hints, request.Today, chosen, request.ExcludedTopic);
    }

    /// <summary>Names another variant of what was answered, so the era chosen before is not carried over.</summary>
    private Finding FollowUp(ArticleSection section, SearchRequest request, QueryHints hints, Article last)
    {
        var variants = section.InTopic(last.Topic, request.Today);
        if (variants.Any(article => VariantChooser.IsMeant(article, hints)))
        {
            return Settle(section, last.Topic, 1, hints, request.Today, chosen: null)!;
        }

        var earlier = QueryHints.Read(TextFolding.Fold(request.PreviousQuestion ?? ""));
        var both = $"{request.PreviousQuestion} {request.Text}";
        return Search(section, both, hints.Or(earlier), request.Today, chosen: null, request.ExcludedTopic);
    }

    private Finding Search(ArticleSection section, string text, QueryHints hints, LocalDate today, Article? chosen, string? excluded)
    {
        var ranking = section.Rank(text, today);
        if (excluded is not null)
        {
            ranking = ranking with { Topics = [.. ranking.Topics.Where(topic => topic.Topic != excluded)] };
        }

        if (ranking.Topics is [var best, ..] && best.Confidence >= Threshold(section)
            && Settle(section, best.Topic, best.Confidence, hints, today, chosen) is { } settled)
        {
            return settled;
        }

        var suggestions = Suggestions(section, ranking, hints, today, chosen);
        return suggestions.Count > 1 && ranking.ChoiceConfidence >= options.Value.MinimumChoiceConfidence
            ? new Finding.Which(suggestions)
            : Unsure(suggestions);
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

    private static Finding.Unsure Unsure(IReadOnlyList<ArticleMatch> nearest) => new(nearest);
}
