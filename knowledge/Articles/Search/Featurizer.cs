using System.Text;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>
/// Cuts a text into overlapping pieces: English into stems, pairs of stems and pieces of words (for typing errors),
/// Japanese, which has no spaces, into one to three characters. A number alone is never a feature.
/// </summary>
internal sealed class Featurizer(string language, Synonyms synonyms)
{
    private const char Digit = '0';
    private readonly bool _hasSpaces = language != "ja";

    /// <summary>Weight of each block of features in the similarity of two texts; they sum to one.</summary>
    public IReadOnlyList<float> BlockWeights { get; } = language == "ja" ? [0.3f, 0.5f, 0.2f] : [0.4f, 0.6f];

    /// <summary>The text as compared: folded, synonyms made one, runs of digits made one zero.</summary>
    public string Normalize(string text) => MaskDigits(synonyms.Unify(TextFolding.Fold(text)));

    /// <summary>Features of a normalized text, one list a block, with repetitions.</summary>
    public IReadOnlyList<List<string>> Features(string normalized) => _hasSpaces
        ? [Words(normalized), Pieces(normalized)]
        : [Grams(normalized, 1), Grams(normalized, 2), Grams(normalized, 3)];

    private static List<string> Words(string text)
    {
        List<string> features = [];
        var previous = "^";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var stem = LightStemmer.Stem(word);
            if (stem[0] != Digit)
            {
                features.Add(stem);
            }

            features.Add($"{previous} {stem}");
            previous = stem;
        }

        return features;
    }

    private static List<string> Pieces(string text)
    {
        List<string> features = [];
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var padded = $"_{word}_";
            for (var length = 2; length <= 5; length++)
            {
                AddGrams(features, padded, length);
            }
        }

        return features;
    }

    private static List<string> Grams(string text, int length)
    {
        List<string> features = [];
        AddGrams(features, length == 1 ? text : $" {text} ", length);
        return features;
    }

    private static void AddGrams(List<string> features, string text, int length)
    {
        for (var start = 0; start + length <= text.Length; start++)
        {
            var gram = text.AsSpan(start, length);
            if (gram.ContainsAnyExcept(" _0"))
            {
                features.Add(gram.ToString());
            }
        }
    }

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
