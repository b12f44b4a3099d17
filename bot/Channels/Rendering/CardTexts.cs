using BillingBot.Conversation;

namespace BillingBot.Channels.Rendering;

/// <summary>A card in Markdown, for channels that show no Adaptive Cards.</summary>
internal static class CardTexts
{
    /// <summary>Rows and steps beyond this are counted, not shown.</summary>
    private const int MostRows = 20;

    public static string Of(Card card, string language)
    {
        var words = CardWords.In(language);
        return string.Join("\n\n", new[]
        {
            $"**{Markdown.Escape(card.Title)}**",
            card.Summary is { } summary ? Markdown.Escape(summary) : "",
            List(card.Facts.Select(fact => Markdown.Escape(words.Labelled(fact.Label, fact.Value)))),
            List(card.Timeline.Select(step => Step(step, words))),
            card.Table is { } table ? Rows(table, words) : "",
            card.Note is { } note ? Markdown.Escape(note) : "",
        }.Where(part => part.Length > 0));
    }

    private static string Step(TimelineStep step, CardWords words) => string.Join(
        " – ",
        new[] { $"{CardWords.Sign(step.State)} {Plain(words.WhenAndState(step))}", Plain(step.What), Plain(step.Detail ?? "") }
            .Where(part => part.Length > 0));

    private static string Rows(CardTable table, CardWords words)
    {
        var rows = table.Rows.Take(MostRows).Select(row => Plain(words.Joined(
            new[] { row.Cells[0] }
                .Concat(AdaptiveTables.Between(table, row, words))
                .Concat(row.Cells.Skip(Math.Max(1, row.Cells.Count - 1)).Select(last => words.Labelled(table.Columns[^1], last))))));
        return List(table.Rows.Count > MostRows ? rows.Append(words.MoreRows(table.Rows.Count - MostRows)) : rows);
    }

    private static string List(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => $"- {line}"));

    private static string Plain(string text) => Markdown.EscapeAndUnlink(text);
}
