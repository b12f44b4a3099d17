using System.Text.RegularExpressions;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Cuts an answer into sentences, each of which tells a little about what the article is asked for.</summary>
internal static partial class Sentences
{
    private const int Shortest = 8;

    public static IEnumerable<string> Of(string markdown) => Ends().Split(markdown)
        .Select(sentence => sentence.Trim()).Where(sentence => sentence.Length >= Shortest);

    [GeneratedRegex(@"[\n。！？]|[.!?](?=\s|$)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Ends();
}
