namespace BillingBot.Knowledge.Articles.Evaluation;

/// <summary>How far the check before a release is.</summary>
/// <param name="Asked">Questions asked; zero while the bot learns.</param>
/// <param name="Total">Questions in all.</param>
public sealed record ReleaseProgress(int Asked, int Total);
