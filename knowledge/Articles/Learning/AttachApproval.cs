namespace BillingBot.Knowledge.Articles.Learning;

/// <summary>An editor's consent to attach a question to an article.</summary>
/// <param name="Comment">Why, for the article's history.</param>
/// <param name="EvenIfWorse">They were told that other questions will be answered worse, and want it nevertheless.</param>
public sealed record AttachApproval(string? Comment, bool EvenIfWorse = false);
