using System.Runtime.InteropServices;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Collects the features of one text, hashed to 64 bits: far too many for two of them to meet by chance.</summary>
internal sealed class FeatureBag(int blocks)
{
    private const ulong Basis = 14695981039346656037, Prime = 1099511628211;
    private readonly Dictionary<ulong, int>[] _blocks = [.. Enumerable.Range(0, blocks).Select(_ => new Dictionary<ulong, int>())];

    public void Add(int block, ReadOnlySpan<char> text) => Count(block, Hash(Seed(block), text));

    public void Add(int block, ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        Count(block, Hash(Hash(Hash(Seed(block), left), " "), right));

    public TextFeatures ToFeatures() => new([.. _blocks.Select(block => block.ToArray())]);

    private static ulong Seed(int block) => (Basis ^ (ulong)(block + 1)) * Prime;

    private static ulong Hash(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            hash = (hash ^ character) * Prime;
        }

        return hash;
    }

    private void Count(int block, ulong feature) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_blocks[block], feature, out _)++;
}
