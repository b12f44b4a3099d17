using System.Text.RegularExpressions;

namespace BillingBot.Recognizers.Japanese;

/// <summary>Times of the year everyone in Japan knows by name: 年末年始, ゴールデンウィーク, お盆, お正月.</summary>
internal static partial class CustomaryPeriodReader
{
    public static Phrase? Read(FoldedText source, int at)
    {
        if (Named().Match(source.Text, at) is not { Success: true } match)
            return null;
        var year = Years.Of(match, source, out var wrong);
        if (wrong)
            return null;

        // The usual days; how the weekends fall around them is for the support calendar to know.
        var (first, end, days) = match.Groups["name"].Value switch
        {
            "年末年始" => (new PartialDate(year, 12, 29), new PartialDate(year + 1, 1, 4), 6),
            "お盆" or "盆休み" => (new(year, 8, 13), new(year, 8, 17), 4),
            "お正月" or "年始" or "三が日" => (new(year, 1, 1), new(year, 1, 4), 3),
            _ => (new(year, 4, 29), new(year, 5, 6), 7),
        };
        return new(match.Index + match.Length) { Period = CalendarPeriod.Days(first, end, days) };
    }

    [GeneratedRegex(@"\G" + Years.Pattern + "(?<name>年末年始|ゴールデンウィーク|ゴールデン・ウィーク|ゴールデンウイーク|GW(?![A-Za-z0-9])|お盆(?!の上)|盆休み|お正月|年始(?!め)|三が日)", Pattern.Options, Timeout.Infinite)]
    private static partial Regex Named();
}
