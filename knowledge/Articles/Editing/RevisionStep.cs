namespace BillingBot.Knowledge.Articles.Editing;

/// <summary>A revision and what was there before it.</summary>
public sealed record RevisionStep(ArticleRevision Revision, string Before)
{
    public IReadOnlyList<DiffLine> Changes => TextDiff.Between(Before, Revision.Text);
}
