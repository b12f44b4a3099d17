using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Knowledge.Cases;

namespace BillingBot.Knowledge.Support.Routing;

/// <summary>Tells commercial, technical and fraud cases apart by the customer's words, English or Japanese, and says by which.</summary>
public static class RoutingClassifier
{
    private static readonly string[] Denials = ["no", "not", "not a", "no sign of", "nothing to do with"];
    private static readonly string[] JapaneseDenials = ["ではありません", "ではない", "ではなく", "じゃない", "とは関係"];

    /// <param name="words">What the customer said; nothing of it is kept in the answer but the vocabulary's own words.</param>
    /// <param name="known">The product, where it is known already.</param>
    public static ClassifiedWords Classify(string words, SupportProduct? known = null)
    {
        var found = Find($" {TextFolding.Fold(words)} ");
        var because = found.OrderBy(hit => hit.Start).Select(hit => new MatchedWords(hit.Term.Sense, hit.Term.Words)).Distinct().ToList();
        return new(Of(found), known ?? ProductOf(because), because);
    }

    public static SupportProduct? ProductOf(Product product) => product switch
    {
        Product.Azure => SupportProduct.Azure,
        Product.Microsoft365 => SupportProduct.Microsoft365,
        Product.Dynamics365 => SupportProduct.Dynamics365,
        _ => null,
    };

    /// <summary>Fraud goes before the rest; of equal evidence the bill's is taken, which every partner can answer.</summary>
    private static Classification Of(IReadOnlyList<Hit> found)
    {
        if (found.Any(hit => hit.Term.Sense is WordSense.Fraud))
            return Classification.Fraud;

        var distinct = found.Select(hit => hit.Term).Distinct().ToList();
        var technical = distinct.Where(term => term.Sense is WordSense.Technical).Sum(term => term.Weight);
        var commercial = distinct.Where(term => term.Sense is WordSense.Commercial or WordSense.Dispute).Sum(term => term.Weight);
        return technical > commercial ? Classification.Technical : Classification.Commercial;
    }

    /// <summary>Null when two are named; another publisher's product goes before the platform that it runs on.</summary>
    private static SupportProduct? ProductOf(IReadOnlyList<MatchedWords> because)
    {
        var named = because.Select(match => Named(match.Sense)).OfType<SupportProduct>().Distinct().ToList();
        return named.Contains(SupportProduct.Marketplace) ? SupportProduct.Marketplace : named is [var only] ? only : null;
    }

    private static SupportProduct? Named(WordSense sense) => sense switch
    {
        WordSense.Azure => SupportProduct.Azure,
        WordSense.Microsoft365 => SupportProduct.Microsoft365,
        WordSense.Dynamics365 => SupportProduct.Dynamics365,
        WordSense.OnPremises => SupportProduct.OnPremises,
        WordSense.Marketplace => SupportProduct.Marketplace,
        _ => null,
    };

    private static List<Hit> Find(string text)
    {
        var misleading = RoutingVocabulary.Misleading.SelectMany(words => new RoutingTerm(default, 0, words).In(text)).ToList();
        var hits = Terms.SelectMany(term => term.In(text).Select(place => new Hit(term, place.Start, place.End)))
            .Where(hit => !misleading.Exists(place => place.Start <= hit.Start && hit.End <= place.End))
            .Where(hit => hit.Term.Sense is not WordSense.Fraud || !IsDenied(text, hit)).ToList();

        // "Exchange Server" is not also Exchange, nor "Azure Marketplace" also Azure.
        return hits.FindAll(hit => Named(hit.Term.Sense) is null || !hits.Exists(longer =>
            Named(longer.Term.Sense) is not null && longer.Start <= hit.Start && hit.End <= longer.End && longer.End - longer.Start > hit.End - hit.Start));
    }

    private static bool IsDenied(string text, Hit hit)
    {
        var before = text[..hit.Start].TrimEnd();
        return Array.Exists(Denials, denial => before.EndsWith($" {denial}", StringComparison.Ordinal))
            || Array.Exists(JapaneseDenials, denial => text[hit.End..].StartsWith(denial, StringComparison.Ordinal));
    }

    private static readonly RoutingTerm[] Terms =
        [.. RoutingVocabulary.Terms.SelectMany(group => group.Words.Select(words => new RoutingTerm(group.Sense, group.Weight, words)))];

    private sealed record Hit(RoutingTerm Term, int Start, int End);
}
