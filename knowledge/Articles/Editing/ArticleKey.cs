using System.Text.RegularExpressions;
using BillingBot.Knowledge.Articles.Import;

namespace BillingBot.Knowledge.Articles.Editing;

/// <summary>Names an article in one language.</summary>
public sealed partial record ArticleKey(string Id, string Language)
{
    /// <summary>The id is a file name too, so it leads nowhere else.</summary>
    public bool IsValid => Spelling().IsMatch(Id) && PackReader.Languages.Contains(Language, StringComparer.Ordinal);

    /// <summary>As errors and the audit name it.</summary>
    public override string ToString() => $"{Language}/{Id}";

    internal static ArticleKey Of(Article article) => new(article.Id, article.Language);

    internal static ArticleKey Of(ArticleRevision revision) => new(revision.ArticleId, revision.Language);

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Spelling();
}
