using BillingBot.Cases;
using BillingBot.Knowledge.Cases;
using NodaTime;

namespace BillingBot.Console.Cases;

/// <summary>Something in a case's conversation as staff see it: what was said, or what happened that the customer does not see.</summary>
internal abstract record TalkItem(Instant At)
{
    public sealed record Said(TranscriptEntry Line) : TalkItem(Line.At);

    public sealed record Happened(CaseEvent Event) : TalkItem(Event.At);

    /// <summary>Said in the order of the conversation, with what happened put in by its time; of the same moment it comes first.</summary>
    public static IReadOnlyList<TalkItem> Merge(IReadOnlyCollection<TranscriptEntry> lines, IEnumerable<CaseEvent> events)
    {
        var merged = new List<TalkItem>();
        var waiting = new Queue<CaseEvent>(events.Where(happened => IsShown(happened) || IsFromElsewhere(happened, lines)));
        foreach (var line in lines)
        {
            while (waiting.TryPeek(out var next) && next.At <= line.At)
            {
                merged.Add(new Happened(waiting.Dequeue()));
            }

            merged.Add(new Said(line));
        }

        merged.AddRange(waiting.Select(happened => new Happened(happened)));
        return merged;
    }

    /// <summary>What a customer added from another chat of theirs; here the words stand as they were said.</summary>
    private static bool IsFromElsewhere(CaseEvent happened, IReadOnlyCollection<TranscriptEntry> lines) => happened is { Kind: CaseEventKind.Detail, Text: { } words }
        && !lines.Any(line => line.By == Speaker.Customer && line.Text.Contains(words, StringComparison.Ordinal));

    /// <summary>The others are in the conversation already, as notices to the customer, or only in the history.</summary>
    private static bool IsShown(CaseEvent happened) => happened.Kind is CaseEventKind.Note or CaseEventKind.Transferred or CaseEventKind.Released
        or CaseEventKind.Resolved or CaseEventKind.Rated or CaseEventKind.Alert or CaseEventKind.Provider or CaseEventKind.Changed
        or CaseEventKind.Moved;
}
