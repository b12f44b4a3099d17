using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace BillingBot.Knowledge.Articles.Editing;

/// <summary>What changed from one text to another, line by line.</summary>
public static class TextDiff
{
    public static IReadOnlyList<DiffLine> Between(string older, string newer) =>
        [.. InlineDiffBuilder.Diff(older, newer, ignoreWhiteSpace: false).Lines.Select(line => new DiffLine(
            line.Type switch
            {
                ChangeType.Inserted => DiffKind.Added,
                ChangeType.Deleted => DiffKind.Removed,
                _ => DiffKind.Same,
            },
            line.Text))];
}
