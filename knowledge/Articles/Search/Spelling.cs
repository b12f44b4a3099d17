using System.Text;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>
/// Reads a word that nobody taught as the taught word one slip away: a letter too few or too many, a wrong one, or two swapped.
/// Words are of Latin letters or katakana.
/// </summary>
internal sealed class Spelling
{
    /// <summary>Too many words are one slip away from a shorter one.</summary>
    private const int Shortest = 4;

    /// <summary>A word of a single text may be a slip or a name itself.</summary>
    private const int FewestTexts = 2;

    private readonly HashSet<string> _known;
    private readonly Dictionary<char, string[]> _byInitial;

    /// <param name="texts">What was taught, folded.</param>
    /// <param name="words">What is known besides, folded.</param>
    public Spelling(IEnumerable<string> texts, IEnumerable<string> words)
    {
        var counts = texts.SelectMany(text => WordsOf(text).Distinct(StringComparer.Ordinal)).CountBy(word => word).ToDictionary(StringComparer.Ordinal);
        foreach (var word in words.SelectMany(WordsOf))
        {
            counts[word] = Math.Max(counts.GetValueOrDefault(word), FewestTexts);
        }

        _known = [.. counts.Keys, .. counts.Keys.Select(LightStemmer.Stem)];
        _byInitial = counts.Where(pair => pair.Value >= FewestTexts && pair.Key.Length >= Shortest).GroupBy(pair => pair.Key[0]).ToDictionary(
            initial => initial.Key,
            initial => initial.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key).ToArray());
    }

    /// <param name="folded">See <see cref="TextFolding"/>.</param>
    public string Correct(string folded)
    {
        StringBuilder? corrected = null;
        var done = 0;
        foreach (var word in Runs(folded))
        {
            if (word.End.Value - word.Start.Value >= Shortest && Meant(folded[word]) is { } meant)
            {
                (corrected ??= new()).Append(folded, done, word.Start.Value - done).Append(meant);
                done = word.End.Value;
            }
        }

        return corrected is null ? folded : corrected.Append(folded, done, folded.Length - done).ToString();
    }

    /// <summary>The commonest word; the first letter is taken to be right. Null when the word is known, or like none.</summary>
    private string? Meant(string word) => _known.Contains(word) || _known.Contains(LightStemmer.Stem(word))
        ? null
        : Array.Find(_byInitial.GetValueOrDefault(word[0]) ?? [], known => IsOneSlipAway(word, known));

    private static bool IsOneSlipAway(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var same = left.CommonPrefixLength(right);
        left = left[same..];
        right = right[same..];
        while (left.Length > 0 && right.Length > 0 && left[^1] == right[^1])
        {
            left = left[..^1];
            right = right[..^1];
        }

        return (left.Length <= 1 && right.Length <= 1)
            || (left.Length == 2 && right.Length == 2 && left[0] == right[1] && left[1] == right[0]);
    }

    private static IEnumerable<string> WordsOf(string folded) => Runs(folded).Select(word => folded[word]);

    private static IEnumerable<Range> Runs(string folded) =>
        Script.Cut(folded, static (first, next) => KindOf(first) == KindOf(next)).Where(run => KindOf(folded[run.Start]) != Kind.Other);

    private static Kind KindOf(char character) => character switch
    {
        >= '\u30a0' and <= '\u30ff' => Kind.Katakana,
        < '\u0250' when char.IsLetter(character) => Kind.Latin,
        _ => Kind.Other,
    };

    private enum Kind
    {
        Other, Latin, Katakana,
    }
}
