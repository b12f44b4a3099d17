using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;

namespace BillingBot.Skills;

/// <summary>Buttons that lead to articles: the label is the title, which the store finds again when it is said.</summary>
internal sealed class ArticleButtons(ArticleStore articles)
{
    public const string TalkToPerson = "talk-to-person";

    public IReadOnlyList<Choice> For(IEnumerable<string> articleIds, Language language) =>
        [.. Articles(articleIds, language).Select(article => new Choice(article.Title))];

    /// <summary>Articles that are not there in the language are left out.</summary>
    public IEnumerable<Article> Articles(IEnumerable<string> articleIds, Language language) =>
        articleIds.Select(id => articles.Find(id, language.Code)).OfType<Article>();
}
