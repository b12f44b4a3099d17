using System.Text.RegularExpressions;
using NodaTime;

namespace BillingBot.Recognizers.English;

/// <summary>Reads a query from left to right and takes at each word the longest expression that begins there.</summary>
internal sealed partial class EnglishTimexExtractor : ITimexExtractor
{
    private static readonly Func<EnglishText, int, Read<TimexMatch>?>[] Rules =
        [EnglishDateTimeRanges.Read, Moments, Dates, Ranges, EnglishTimes.Read];

    public IEnumerable<TimexMatch> Extract(string query, LocalDateTime reference)
    {
        var text = new EnglishText(query, reference);
        if (!EnglishTimeWords.MayBeIn(text.Text))
        {
            yield break;
        }

        for (var start = Starts().Match(text.Text); start.Success;)
        {
            if (EnglishTimeWords.MayBeginAt(text.Text, start.Index) && Longest(text, start.Index) is { } read
                && EnglishSurroundings.Allow(text.Text, read.Value))
            {
                yield return WithoutFullStop(text.Text, read.Value);
                start = Starts().Match(text.Text, read.End);
            }
            else
            {
                start = start.NextMatch();
            }
        }
    }

    /// <summary>The longest expression that begins at a place, wherever that is.</summary>
    public static Read<TimexMatch>? Longest(EnglishText text, int at) => text.Longest<TimexMatch>(at, Rules);

    // "Oct." at the end of a sentence; "a.m." keeps its own.
    private static TimexMatch WithoutFullStop(string text, TimexMatch match) =>
        text.AsSpan(match.Start, match.Length) is [.., >= 'a' and <= 'z' and not 'm', '.'] ? match with { Length = match.Length - 1 } : match;

    private static Read<TimexMatch>? Moments(EnglishText text, int at) =>
        text.Once(EnglishDateTimes.Read, at) is { } read
            ? new(new(at, read.End - at, "datetime", read.Value.Timex) { AmPm = read.Value.AmPm, Meanings = read.Value.Meanings, Mod = read.Value.Approx ? "approx" : null }, read.End)
            : null;

    private static Read<TimexMatch>? Dates(EnglishText text, int at) =>
        text.Once(EnglishDays.Read, at) is { } read
            ? new(new(at, read.End - at, "date", read.Value.Timex) { Meanings = read.Value.Meanings }, read.End)
            : null;

    private static Read<TimexMatch>? Ranges(EnglishText text, int at) =>
        text.Longest<Span>(at, [EnglishBounds.Read, EnglishDateRanges.Read, EnglishPartsOfPeriods.Read]) is { } read
            ? new(new(at, read.End - at, "daterange", read.Value.Timex) { Mod = read.Value.Mod, Meanings = read.Value.Meanings }, read.End)
            : null;

    // Where a word or number begins; "=2019" too.
    [GeneratedRegex(@"(?<![\p{L}\p{N}_])(?:[a-z0-9]|=(?=\d))", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Starts();
}
