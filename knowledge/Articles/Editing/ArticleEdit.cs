namespace BillingBot.Knowledge.Articles.Editing;

/// <summary>What an editor wants an article's file to be.</summary>
/// <param name="Article">Which.</param>
/// <param name="Text">The whole file.</param>
/// <param name="Version">Of the newest revision they have seen; zero for none.</param>
/// <param name="PackHash">Of the pack's file they had before them, as <see cref="ArticleView.PackHash"/> told.</param>
/// <param name="Comment">Why.</param>
public sealed record ArticleEdit(ArticleKey Article, string Text, int Version, string? PackHash, string? Comment = null);
