using System.Text.RegularExpressions;

namespace BillingBot.Recognizers.Japanese;

/// <summary>Times of day: 午後7時半, 19:30, 朝8時20分, 正午, 夕方.</summary>
internal static partial class ClockTimeReader
{
    private const string PartWord = "早朝|深夜|夜中|午前|午後|夕方|朝|昼|夕|夜|晩|AM|PM|am|pm";

    public static Phrase? Read(FoldedText source, int at) => Named(source, at) ?? Clock(source, at) ?? Part(source, at);

    /// <param name="part">The part of the day already said: the 夜 of 今夜8時.</param>
    public static Phrase? Clock(FoldedText source, int at, string part = "")
    {
        var match = Spoken().Match(source.Text, at);
        if (!match.Success)
            match = Colons().Match(source.Text, at);
        if (!match.Success || IsTemporarily(source.Text, match))
            return null;
        var said = match.Groups["hour"].Value;
        return new(match.Index + match.Length)
        {
            Time = On(
                match.Groups["part"] is { Success: true } own ? own.Value : part,
                Numerals.Parse(said)!.Value,
                match.Groups["half"].Success ? 30 : Numerals.Parse(match.Groups["minute"].Value),
                Numerals.Parse(match.Groups["second"].Value),
                twelveHour: said[0] is not ('0' or '〇')),
        };
    }

    public static ClockTime On(string part, int hour, int? minute, int? second, bool twelveHour)
    {
        var clock = hour % 24;
        return part switch
        {
            "" => new(clock, minute, second, AmPm: twelveHour && hour is > 0 and <= 12),
            _ when IsNight(part) && hour is >= 6 and < 12 => new(hour + 12, minute, second, AmPm: false),
            _ when IsNight(part) => new(hour == 12 ? 0 : clock, minute, second, AmPm: false),
            _ when IsAfternoon(part) && hour < 12 => new(hour + 12, minute, second, AmPm: false),
            "昼" when hour < 6 => new(hour + 12, minute, second, AmPm: false),
            "午前" or "AM" or "am" when hour == 12 => new(0, minute, second, AmPm: false),
            _ => new(clock, minute, second, AmPm: false),
        };
    }

    public static string? PartOfDay(string word) => word[^1] switch
    {
        '夜' or '晩' or 'べ' => "TNI",
        '朝' => "TMO",
        _ => word switch
        {
            "午前" or "午前中" => "TMO",
            "午後" => "TAF",
            "夕方" or "夕刻" or "今夕" => "TEV",
            "深夜" or "夜間" or "夜中" => "TNI",
            "日中" => "TDT",
            "昼間" => "TDT",
            _ => null,
        },
    };

    private static bool IsNight(string part) => part is "深夜" or "夜中" || part[^1] is '夜' or '晩' or 'べ';

    private static bool IsAfternoon(string part) => part is "午後" or "PM" or "pm" || part[0] is '夕';

    private static Phrase? Named(FoldedText source, int at) =>
        NoonOrMidnight().Match(source.Text, at) is { Success: true } match
            ? new(match.Index + match.Length) { Time = new(match.Value[0] is '真' ? 0 : 12, null, null, AmPm: false) }
            : null;

    // 一時 alone mostly is "temporarily": 一時停止.
    private static bool IsTemporarily(string text, Match match) =>
        match.Value == "一時"
        && (match.Index == 0 || text[match.Index - 1] is not ('の' or '日'))
        && !AfterAnHour().IsMatch(text, match.Index + match.Length);

    private static Phrase? Part(FoldedText source, int at) =>
        BarePart().Match(source.Text, at) is { Success: true } match
            ? new(match.Index + match.Length) { PartOfDay = PartOfDay(match.Groups["part"].Value) }
            : null;

    [GeneratedRegex(@"\G(?:正午|真夜中|お昼(?![0-9一二三間休ご]))", Pattern.Options, Timeout.Infinite)]
    private static partial Regex NoonOrMidnight();

    // 8時間 is a length, 今時点 and 定時刻 are words, 1時半 ends where 半年 and 半額 would not.
    [GeneratedRegex(@"\G(?:(?:早朝|深夜)?の?(?<part>" + PartWord + ")の? ?)?(?<hour>" + Numerals.Hour + ")時(?!間|点|期|代|給|価|刻|差|[々短折節候系])(?:(?<half>半)(?![年月日額角数])|(?<minute>" + Numerals.Sixty + ")分(?!間))?(?:(?<second>" + Numerals.Sixty + ")秒(?!間))?", Pattern.Options, Timeout.Infinite)]
    private static partial Regex Spoken();

    [GeneratedRegex(@"\G(?:から|まで|ごろ|頃|に(?!的))", Pattern.Options, Timeout.Infinite)]
    private static partial Regex AfterAnHour();

    [GeneratedRegex(@"\G(?:(?<part>" + PartWord + ") ?)?(?<hour>2[0-4]|1[0-9]|0?[0-9]):(?<minute>[0-5][0-9])(?::(?<second>[0-5][0-9]))?(?![0-9A-Za-z:])", Pattern.Options, Timeout.Infinite)]
    private static partial Regex Colons();

    // The official recognisers take the に of 夕方に along, but not that of 午前中に.
    [GeneratedRegex(@"\G(?:(?<part>午前)中?|(?<part>午後|日中|昼間)|(?<part>早朝|深夜|夜間|夕方|夕刻|夜中|朝(?![鮮礼倉刊廷])|夜(?![景明行勤])|晩(?!年))に?)", Pattern.Options, Timeout.Infinite)]
    private static partial Regex BarePart();
}
