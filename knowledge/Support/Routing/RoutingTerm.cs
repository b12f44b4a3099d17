namespace BillingBot.Knowledge.Support.Routing;

/// <summary>One entry of the vocabulary.</summary>
/// <param name="Words">Folded; a star at the end stands for any ending.</param>
internal sealed record RoutingTerm(WordSense Sense, int Weight, string Words)
{
    private readonly string _words = Words.TrimEnd('*');
    private readonly bool _isWholeWords = Words.All(char.IsAscii);

    /// <summary>Where it stands in a folded text that has a space at both ends.</summary>
    public IEnumerable<(int Start, int End)> In(string text)
    {
        for (var at = text.IndexOf(_words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(_words, at + 1, StringComparison.Ordinal))
        {
            var end = at + _words.Length;
            if (!_isWholeWords || (!IsLatin(text[at - 1]) && (Words.EndsWith('*') || !IsLatin(text[end]))))
                yield return (at, end);
        }
    }

    /// <summary>Japanese is written without spaces around Latin words.</summary>
    private static bool IsLatin(char letter) => char.IsAsciiLetterOrDigit(letter);
}
