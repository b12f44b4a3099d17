namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Narrows the articles of one topic to those the question and the conversation leave open.</summary>
internal static class VariantChooser
{
    /// <param name="variants">Articles of one topic.</param>
    /// <param name="hints">What the question names.</param>
    /// <param name="previous">An article the customer chose among variants: their era and cloud stay the same.</param>
    /// <returns>From the general to the particular and from new to old; empty when the question names something that no variant is about.</returns>
    public static IReadOnlyList<Article> Choose(IReadOnlyList<Article> variants, QueryHints hints, Article? previous)
    {
        var fitting = variants.Where(article => Fits(article, hints)).ToList();
        fitting = Prefer(fitting, article => article.Product == hints.Product);
        fitting = Prefer(fitting, article => article.Cloud == hints.Cloud);
        fitting = Prefer(fitting, article => article.Era == hints.Era);
        if (previous is not null && fitting.Count > 1)
        {
            fitting = Prefer(fitting, article => Agree(article.Era, previous.Era) && Agree(article.Cloud, previous.Cloud));
        }

        return [.. fitting.OrderBy(article => article.Product).ThenBy(article => article.Era).ThenBy(article => article.Cloud)];
    }

    /// <summary>Whether a variant is about exactly what the question names.</summary>
    public static bool IsMeant(Article article, QueryHints hints) =>
        Fits(article, hints) && (article.Product == hints.Product || article.Era == hints.Era || article.Cloud == hints.Cloud);

    private static bool Fits(Article article, QueryHints hints) =>
        (hints.Product is null || article.Product == Product.Any || article.Product == hints.Product)
        && (hints.Era is null || article.Era == PlatformEra.Any || article.Era == hints.Era)
        && (hints.Cloud is null || article.Cloud == Cloud.Any || article.Cloud == hints.Cloud);

    private static bool Agree(PlatformEra left, PlatformEra right) =>
        left == right || left == PlatformEra.Any || right == PlatformEra.Any;

    private static bool Agree(Cloud left, Cloud right) => left == right || left == Cloud.Any || right == Cloud.Any;

    private static List<Article> Prefer(List<Article> articles, Predicate<Article> wish) =>
        articles.FindAll(wish) is { Count: > 0 } wished ? wished : articles;
}
