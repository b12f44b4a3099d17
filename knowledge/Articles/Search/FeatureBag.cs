namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Collects the features of one text, hashed to 64 bits: far too many for two of them to meet by chance.</summary>
internal sealed class FeatureBag(int blocks)
{
    private const ulong Basis = 14695981039346656037, Prime = 1099511628211;
    private const int Usual = 96;
    private readonly List<ulong>[] _blocks = [.. Enumerable.Range(0, blocks).Select(_ => new List<ulong>(Usual))];

    public void Add(int block, ReadOnlySpan<char> text) => _blocks[block].Add(Hash(Seed(block), text));

    public void Add(int block, ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        _blocks[block].Add(Hash(Hash(Hash(Seed(block), left), " "), right));

    /// <summary>Adds every piece of a text that has the given length and is not made of <paramref name="little"/> alone.</summary>
    public void AddPieces(int block, ReadOnlySpan<char> text, int shortest, int longest, ReadOnlySpan<char> little)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var (hash, tells) = (Seed(block), false);
            for (var length = 1; length <= longest && start + length <= text.Length; length++)
            {
                var character = text[start + length - 1];
                hash = Hash(hash, character);
                tells |= !little.Contains(character);
                if (length >= shortest && tells)
                {
                    _blocks[block].Add(hash);
                }
            }
        }
    }

    public TextFeatures ToFeatures() => new([.. _blocks.Select(Counted)]);

    private static KeyValuePair<ulong, int>[] Counted(List<ulong> features)
    {
        features.Sort();
        var counted = new KeyValuePair<ulong, int>[features.Count];
        var distinct = 0;
        for (var (start, end) = (0, 0); start < features.Count; start = end)
        {
            while (end < features.Count && features[end] == features[start])
            {
                end++;
            }

            counted[distinct++] = new(features[start], end - start);
        }

        return counted[..distinct];
    }

    private static ulong Seed(int block) => (Basis ^ (ulong)(block + 1)) * Prime;

    private static ulong Hash(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            hash = Hash(hash, character);
        }

        return hash;
    }

    private static ulong Hash(ulong hash, char character) => (hash ^ character) * Prime;
}
