using System.Text;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>
/// Cuts a text of any language into features. Words are stems; where a script has no spaces, runs of kanji or katakana
/// and single kanji stand for them. A number alone is never a feature.
/// </summary>
internal sealed class Featurizer(Synonyms synonyms)
{
    private const char Digit = '0';
    private const string Start = "^", End = "$";
    private const int ShortestPiece = 2, LongestPiece = 5, WidestPair = 8;

    /// <summary>Words and what they mean; neighbours (two words, one or two characters of Japanese); any two words of the text; pieces of words.</summary>
    public const int Blocks = 4;

    /// <summary>The first of them, which compare texts word by word.</summary>
    public const int WordBlocks = 2;

    /// <summary>Weight of each block in a text's vector.</summary>
    public static readonly float[] BlockWeights = [1f, 1f, 0.5f, 1f];

    private enum Block
    {
        Words, Neighbours, Pairs, Pieces,
    }

    /// <summary>The text as far as its meaning goes: folded, synonyms made one, runs of digits made one zero.</summary>
    public string Normalize(string text)
    {
        var folded = TextFolding.Fold(text);
        var masked = MaskDigits(synonyms.Unify(folded));
        return NumberChange.Of(folded) is { } change ? $"{masked} {change}" : masked;
    }

    /// <summary>
    /// Features of a text as written. Synonyms add the first word of their group, so that "bill" and "invoice" meet without
    /// becoming the same.
    /// </summary>
    public TextFeatures Read(string text) => ReadFolded(TextFolding.Fold(text));

    /// <summary>As <see cref="Read"/>, of a folded text.</summary>
    public TextFeatures ReadFolded(string folded)
    {
        var features = new FeatureBag(Blocks);
        var masked = MaskDigits(folded);
        var words = Words(masked).ToHashSet(StringComparer.Ordinal);
        List<string> unified = [.. Words(MaskDigits(synonyms.Unify(folded)))];
        foreach (var word in words.Concat(unified.Where(word => !words.Contains(word))))
        {
            features.Add((int)Block.Words, word);
        }

        if (NumberChange.Of(folded) is { } change)
        {
            features.Add((int)Block.Words, change);
        }

        AddPairs(features, unified);
        AddSpelling(features, masked);
        return features.ToFeatures();
    }

    /// <summary>What carries meaning by itself: stems, runs of kanji or katakana, single kanji.</summary>
    private static IEnumerable<string> Words(string masked)
    {
        foreach (var (text, hasNoSpaces) in Script.Runs(masked))
        {
            if (!hasNoSpaces)
            {
                var stem = LightStemmer.Stem(text);
                if (stem[0] != Digit)
                {
                    yield return stem;
                }

                continue;
            }

            foreach (var word in Script.ContentWords(text))
            {
                yield return word;
            }
        }
    }

    private static void AddSpelling(FeatureBag features, string masked)
    {
        var previous = Start;
        foreach (var (text, hasNoSpaces) in Script.Runs(masked))
        {
            if (hasNoSpaces)
            {
                AddJapanese(features, text);
                previous = Start;
                continue;
            }

            var stem = LightStemmer.Stem(text);
            AddNeighbours(features, previous, stem);
            AddPieces(features, $"_{text}_", ShortestPiece, LongestPiece);
            previous = stem;
        }

        AddNeighbours(features, previous, End);
    }

    private static void AddNeighbours(FeatureBag features, string left, string right)
    {
        if (!(left[0] is '^' or Digit && right[0] is '$' or Digit))
        {
            features.Add((int)Block.Neighbours, left, right);
        }
    }

    private static void AddPairs(FeatureBag features, List<string> words)
    {
        for (var left = 0; left < words.Count; left++)
        {
            for (var right = left + 1; right < words.Count && right <= left + WidestPair; right++)
            {
                var inOrder = string.CompareOrdinal(words[left], words[right]) < 0;
                features.Add((int)Block.Pairs, words[inOrder ? left : right], words[inOrder ? right : left]);
            }
        }
    }

    private static void AddJapanese(FeatureBag features, string text)
    {
        var padded = $" {text} ";
        for (var index = 0; index + 1 < padded.Length; index++)
        {
            features.Add((int)Block.Neighbours, padded.AsSpan(index, 2));
            if (index > 0)
            {
                features.Add((int)Block.Neighbours, padded.AsSpan(index, 1));
            }

            if (Script.IsKanji(padded[index]))
            {
                features.Add((int)Block.Words, padded.AsSpan(index, 1));
            }
        }

        AddPieces(features, padded, 3, 3);
    }

    private static void AddPieces(FeatureBag features, string text, int shortest, int longest) =>
        features.AddPieces((int)Block.Pieces, text, shortest, longest, " _0");

    private static string MaskDigits(string text)
    {
        var masked = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsDigit(character))
            {
                masked.Append(character);
            }
            else if (masked.Length == 0 || masked[^1] != Digit)
            {
                masked.Append(Digit);
            }
        }

        return masked.ToString();
    }
}
