namespace BillingBot.Knowledge.Articles.Editing;

/// <summary>Narrows a list of articles to those that staff work on.</summary>
public enum ArticleFilter
{
    All,

    /// <summary>In use as staff wrote it.</summary>
    Edited,

    /// <summary>With a draft that is newer than what is in use.</summary>
    Drafts,

    /// <summary>Edited, and the pack's article is another one since.</summary>
    PackChanged,
}
