namespace BillingBot.Knowledge.Articles.Search;

/// <summary>
/// Cuts an answer into its first paragraph, which answers in short and so resembles the question most, and the rest.
/// </summary>
internal static class AnswerParts
{
    public static IReadOnlyList<string> Of(string markdown) => markdown.IndexOf("\n\n", StringComparison.Ordinal) switch
    {
        _ when markdown.Length == 0 => [],
        < 0 => [markdown],
        var end => [markdown[..end], markdown[end..]],
    };
}
