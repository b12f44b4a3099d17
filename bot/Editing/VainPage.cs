namespace BillingBot.Editing;

/// <summary>Some of the questions asked in vain.</summary>
/// <param name="Groups">The page, newest first.</param>
/// <param name="Total">How many there are in all.</param>
internal sealed record VainPage(IReadOnlyList<VainGroup> Groups, int Total);
