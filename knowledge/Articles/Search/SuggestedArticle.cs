namespace BillingBot.Knowledge.Articles.Search;

/// <summary>An article that may help staff to answer.</summary>
/// <param name="Article">Its answer is Markdown.</param>
/// <param name="Confidence">Zero to one.</param>
public sealed record SuggestedArticle(Article Article, double Confidence)
{
    /// <summary>Not for the customer's eyes.</summary>
    public bool IsStaffOnly => Article.Audience == Audience.Staff;
}
