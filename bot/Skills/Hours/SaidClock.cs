using System.Globalization;
using System.Text.RegularExpressions;
using BillingBot.Conversation;
using NodaTime;

namespace BillingBot.Skills.Hours;

/// <summary>The clock a question is asked by: "9am UK time", 日本時間で9時.</summary>
/// <param name="Text">The question without the words that name the clock.</param>
/// <param name="Zone">Null when none is named, or "our time" is and the customer's zone is not known.</param>
internal sealed partial record SaidClock(string Text, DateTimeZone? Zone)
{
    private static readonly (string Group, string ZoneId)[] Table =
    [
        ("UTC", "Etc/UTC"), ("GMT", "Etc/GMT"), ("UK", "Europe/London"), ("CentralEurope", "Europe/Paris"),
        ("Eastern", "America/New_York"), ("Pacific", "America/Los_Angeles"), ("Japan", "Asia/Tokyo"),
    ];

    /// <summary>"Our time" was said by somebody whose zone is not known.</summary>
    public bool IsUnknown { get; private init; }

    /// <param name="partners">The clock of "your time".</param>
    public static SaidClock Read(Turn turn, DateTimeZone partners)
    {
        var match = Clocks().Match(turn.Text);
        if (!match.Success)
            return new(turn.Text, null);
        var rest = turn.Text.Remove(match.Index, match.Length);
        if (match.Groups["Yours"].Success)
            return new(rest, partners);
        if (match.Groups["hours"] is { Success: true } hours)
            return new(rest, Offset(hours.Value, match.Groups["minutes"].Value));
        if (Table.FirstOrDefault(entry => match.Groups[entry.Group].Success) is { ZoneId: { } id })
            return new(rest, DateTimeZoneProviders.Tzdb[id]);
        var own = OwnZone(turn);
        return new(rest, own) { IsUnknown = own is null };
    }

    public static DateTimeZone? OwnZone(Turn turn) =>
        turn.Person is { } person ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(person.TimeZone) : null;

    /// <summary>"Tokyo time", 日本時間; of a zone the table does not know, by its city.</summary>
    public static string Name(DateTimeZone zone, Phrases<HoursSkill> phrases, Language language)
    {
        var known = Array.Find(Table, entry => entry.ZoneId == zone.Id).Group;
        if (known is not null)
            return phrases[language, $"Clock_{known}"];
        return zone.Id.Contains('/', StringComparison.Ordinal)
            ? phrases.Format(language, "Clock_City", zone.Id.Split('/')[^1].Replace('_', ' '))
            : zone.Id;
    }

    private static DateTimeZone? Offset(string hours, string minutes)
    {
        var whole = int.Parse(hours, CultureInfo.InvariantCulture);
        var part = minutes.Length == 0 ? 0 : int.Parse(minutes, CultureInfo.InvariantCulture);
        return whole is > -15 and < 15 && part < 60
            ? DateTimeZone.ForOffset(NodaTime.Offset.FromHoursAndMinutes(whole, hours[0] is '-' ? -part : part))
            : null;
    }

    // "In London" names a clock only right after an hour, and "et" is a word unless it stands there or is written large.
    [GeneratedRegex(
        @"\s*(?:\bin\s+)?(?:(?:(?<![A-Za-z])|(?<=[0-9][ap]m))(?:"
        + @"(?:UTC|GMT)\s?(?<hours>[+-][0-9]{1,2})(?::?(?<minutes>[0-9]{2}))?"
        + @"|(?<UTC>UTC)|(?<GMT>GMT)|(?<UK>BST|(?<=[0-9](?: ?[ap]\.?m\.?)? )UK(?! time)|(?:UK|U\.K\.|British|London) time)"
        + @"|(?<CentralEurope>CES?T|(?:Central European|Paris|Berlin|German|French) time)"
        + @"|(?<Eastern>E[SD]T|(?-i:ET)|(?<=[0-9](?: ?[ap]\.?m\.?)? )ET|(?:(?:US )?Eastern(?: standard| daylight)?|New York) time)"
        + @"|(?<Pacific>P[SD]T|(?-i:PT)|(?<=[0-9](?: ?[ap]\.?m\.?)? )PT|(?:(?:US )?Pacific(?: standard| daylight)?|Los Angeles|Seattle|San Francisco) time)"
        + @"|(?<Japan>JST|(?:Japan(?:ese)?|Tokyo)(?: standard)? time)"
        + @"|(?<=[0-9](?: ?[ap]\.?m\.?)? in )(?:(?<UK>the UK|London)|(?<Japan>Japan|Tokyo)|(?<Eastern>New York))"
        + @"|(?<Own>(?:my|our)(?: own)?(?: local)? time(?: ?zone)?|local time)|(?<Yours>your(?: local)? time(?: ?zone)?)"
        + @")(?![A-Za-z])"
        + @"|(?:(?<UTC>協定世界時|世界標準時)|(?<GMT>グリニッジ(?:標準)?時)|(?<UK>(?:英国|イギリス|ロンドン)時間)|(?<CentralEurope>中央ヨーロッパ時間|中欧時間)"
        + @"|(?<Eastern>(?:米国|アメリカ)?東部(?:標準|夏)?時間|ニューヨーク時間)|(?<Pacific>(?:米国|アメリカ)?太平洋(?:標準|夏)?時間)"
        + @"|(?<Japan>(?:日本|東京)(?:標準)?時間)|(?<Yours>(?:そちら|御社|貴社)の(?:現地)?時間)"
        + @"|(?<Own>(?:こちら|こっち|当方|うち|弊社|当社)の(?:現地)?時間|現地(?:の)?時間)))(?:で(?:は|の)?|の)?",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Clocks();
}
