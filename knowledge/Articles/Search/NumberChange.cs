using System.Globalization;
using System.Text.RegularExpressions;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>
/// Whether a text names a change to fewer or to more: "from 15 to 11", 「15から11に」. Numbers say nothing to the search by themselves, but which
/// of these two is the larger tells licences to take away from licences to add.
/// </summary>
internal static partial class NumberChange
{
    private const string Fewer = "#fewer", More = "#more";

    /// <param name="folded">See <see cref="TextFolding"/>.</param>
    /// <returns>A word for it; null where there is no such change.</returns>
    public static string? Of(string folded) => Changes().Match(folded) is { Success: true } change ? (Number(change, "from") - Number(change, "to")) switch
    {
        > 0 => Fewer,
        < 0 => More,
        _ => null,
    } : null;

    private static int Number(Match change, string group) => int.Parse(change.Groups[group].Value, CultureInfo.InvariantCulture);

    /// <summary>Dates, times and amounts of money change too, but are not what is counted; signs such as $ are gone before, so of those only words tell.</summary>
    [GeneratedRegex(@"(?:\bfrom (?<from>[0-9]{1,5})(?! (?:percent|usd|eur|dollars|euros|yen|am|pm|oclock)\b)(?: [a-z]+){0,2}? (?:down |up )?to (?<to>[0-9]{1,5})\b(?! (?:percent|usd|eur|dollars|euros|yen|am|pm|oclock|january|february|march|april|may|june|july|august|september|october|november|december)\b)(?! [0-9]))|(?:(?<![0-9] ?)(?<from>[0-9]{1,5})(?!ドル|ユーロ|パーセント)[^0-9 月日時年円週分]{0,4}から ?(?<to>[0-9]{1,5})(?![0-9月日時年円週分 ]))", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Changes();
}
