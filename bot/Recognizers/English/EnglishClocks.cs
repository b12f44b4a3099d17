using System.Text.RegularExpressions;
using static BillingBot.Recognizers.English.EnglishWords;

namespace BillingBot.Recognizers.English;

/// <summary>A time of day: "7:30pm", "half past eight", "4 o'clock", "noon", "one in the morning", "in the afternoon at 7".</summary>
internal static partial class EnglishClocks
{
    public static readonly Func<EnglishText, int, Read<Clock>?> Read = (text, at) =>
    {
        var part = EnglishPartsOfDay.Named(text, at);
        if (part is not null && text.At(At(), part.End) is { } joint && Face(text, part.End + joint.Length) is { } after)
            return new(after.Value.In(part.Value.Timex) with { Bare = false }, after.End);
        if (Face(text, at) is not { } face)
            return null;
        return EnglishPartsOfDay.After(text, face.End, face.Value.Bare) is { } behind && face.Value.AmPm
            ? new(face.Value.In(behind.Value.Timex) with { Bare = false }, behind.End)
            : face;
    };

    private static Read<Clock>? Face(EnglishText text, int at)
    {
        if (text.At(Special(), at) is { } special)
            return new(new(special.Groups["midnight"].Success ? 0 : special.Groups["h"] is { Success: true } h ? EnglishNumbers.Value(h.Value) % 24 : 12, null, null, AmPm: false), at + special.Length);
        if (text.At(Past(), at) is { } past)
            return PastTheHour(past, at);
        if ((text.At(Digits(), at) ?? text.At(Spelt(), at)) is not { } match)
            return null;

        var hour = EnglishNumbers.Value(match.Groups["h"].Value);
        int? minute = match.Groups["m"].Success ? EnglishNumbers.Value(match.Groups["m"].Value) : null;
        int? second = match.Groups["s"].Success ? EnglishNumbers.Value(match.Groups["s"].Value) : null;
        var half = match.Groups["ap"];
        if (hour > 24 || minute > 59 || (half.Success && hour > 12) || (minute < 10 && match.Groups["m"].Length > 2 && !match.Groups["oh"].Success))
            return null;
        var bare = !half.Success && !match.Groups["sure"].Success && !match.Groups["colon"].Success;
        var clock = new Clock(hour % 24, minute, second, AmPm: hour is > 0 and <= 12 && !match.Groups["zero"].Success, bare);
        return new(half.Success ? clock.Sure(half.Value[0] == 'p') : clock, at + match.Length);
    }

    private static Read<Clock>? PastTheHour(Match match, int at)
    {
        var minutes = match.Groups["half"].Success ? 30 : match.Groups["quarter"].Success ? 15 : EnglishNumbers.Value(match.Groups["n"].Value);
        var hour = EnglishNumbers.Value(match.Groups["h"].Value);
        if (minutes is < 1 or > 59 || hour is < 1 or > 12)
            return null;
        return new(match.Groups["to"].Success ? new(hour == 1 ? 12 : hour - 1, 60 - minutes, null, AmPm: true) : new(hour, minutes, null, AmPm: true), at + match.Length);
    }

    private const string Half = @"(?<ap>[ap] ?\. ?m(?: ?\.)?|[ap] ?m|[ap])" + Stop;

    [GeneratedRegex(@"\G(?:(?:noon(?:ish)?|mid-?day|12 noon)|(?<midnight>midnight|12 midnight)|(?<h>\d{1,2})-?ish)" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Special();

    [GeneratedRegex(@"\G(?:(?:(?<half>half)|(?:a )?(?<quarter>quarter)|(?<n>[1-5]?\d|" + EnglishWords.Spelt + @") min(?:ute)?s?) (?:past|after|(?<to>to|before|till?))|(?<n>[1-5]?\d|" + EnglishWords.Spelt + @") past) (?<h>\d{1,2}|" + EnglishWords.Spelt + ")(?: ?o'?clock)?" + Stop + @"(?![:.-]\d| ?[ap]\.?m| ?%)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Past();

    [GeneratedRegex(
        @"\G(?:(?<h>(?<zero>0)\d|1?\d|2[0-4])(?:(?<colon>:)(?<m>[0-5]\d)(?::(?<s>[0-5]\d))?|\.(?<m>[0-5]\d))?(?: ?\.?" + Half + @"| ?(?<sure>o'?clock)(?: " + Half + ")?|" + Stop + ")" +
        @"|(?<h>1[0-2]|0?[1-9])(?<m>[0-5]\d) ?" + Half + @")(?![-:/.,]?\d{3}|[:/]\d)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\G(?<h>" + EnglishWords.Spelt + @")(?:[ -](?<oh>oh?[ -])?(?<m>" + EnglishWords.Spelt + ")(?: minutes?)?)?(?: ?" + Half + "| ?(?<sure>o'?clock)(?: " + Half + ")?|" + Stop + ")", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Spelt();

    [GeneratedRegex(@"\G(?:,? at|,)? ", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex At();
}
