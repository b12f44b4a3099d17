namespace BillingBot.Knowledge.Articles;

/// <summary>Where the packs are on this machine.</summary>
internal static class ContentFolders
{
    public static string Shipped(AnswerOptions options) => Path.Combine(AppContext.BaseDirectory, options.ContentFolder);

    /// <summary>The shipped pack, then the partner's own, which wins.</summary>
    public static IReadOnlyList<string> All(AnswerOptions options) => string.IsNullOrWhiteSpace(options.OwnContentFolder)
        ? [Shipped(options)]
        : [Shipped(options), Path.Combine(AppContext.BaseDirectory, options.OwnContentFolder)];
}
