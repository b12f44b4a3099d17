using BillingBot.Knowledge.Articles.Import;

namespace BillingBot.Knowledge.Articles.Editing;

/// <summary>What could be read of an article's file.</summary>
/// <param name="Form">Null when it could not.</param>
/// <param name="Problem">Why.</param>
public sealed record ArticleReading(ArticleForm? Form, ImportError? Problem);
