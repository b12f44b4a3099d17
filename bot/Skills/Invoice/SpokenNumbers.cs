using System.Globalization;
using System.Text.RegularExpressions;

namespace BillingBot.Skills.Invoice;

/// <summary>Writes invoice numbers that were dictated as digits: "invoice twenty twenty-six dash zero one four two".</summary>
internal static partial class SpokenNumbers
{
    private static readonly string[] Units =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly (string Said, string Digit)[] Japanese =
    [
        ("ゼロ", "0"), ("レイ", "0"), ("〇", "0"), ("零", "0"), ("イチ", "1"), ("一", "1"), ("ニー", "2"), ("ニ", "2"), ("二", "2"), ("サン", "3"),
        ("三", "3"), ("ヨン", "4"), ("四", "4"), ("ゴー", "5"), ("ゴ", "5"), ("五", "5"), ("ロク", "6"), ("六", "6"), ("ナナ", "7"), ("七", "7"),
        ("ハチ", "8"), ("八", "8"), ("キュウ", "9"), ("九", "9"), ("ダッシュ", "-"), ("ハイフン", "-"),
    ];

    public static string ToDigits(string text) => SpokenInJapanese().Replace(
        SpokenInEnglish().Replace(text, match => match.Groups["number"].Value.Any(char.IsAsciiLetter)
            ? $"{match.Groups["before"].Value}{English(match.Groups["number"].Value)}"
            : match.Value),
        match => match.Groups["before"].Value + Japanese.Aggregate(
            match.Groups["number"].Value, (number, word) => number.Replace(word.Said, word.Digit, StringComparison.Ordinal)));

    /// <summary>"twenty twenty six" is 2026, "one forty two" 142, "one hundred forty two" 142.</summary>
    private static string English(string number)
    {
        var groups = new List<string>();
        var isTens = false;
        foreach (var word in Word().Matches(number).Select(match => match.Value.ToLowerInvariant()))
        {
            var unit = Array.IndexOf(Units, word is "oh" or "o" ? "zero" : word);
            var ten = Array.IndexOf(Tens, word);
            switch (word)
            {
                case "dash" or "hyphen" or "minus" or "slash":
                    groups.Add("-");
                    break;
                case "hundred" when groups is [.., { Length: 1 } last] && char.IsAsciiDigit(last[0]):
                    groups[^1] = last + "00";
                    break;
                case "and" or "hundred":
                    break;
                case var _ when groups is [.., ['1' or '2' or '3' or '4' or '5' or '6' or '7' or '8' or '9', '0', '0']] && (ten >= 0 || unit > 0):
                    groups[^1] = Sum(groups[^1], ten >= 0 ? (ten + 2) * 10 : unit);
                    isTens = ten >= 0;
                    continue;
                case var _ when isTens && unit is > 0 and < 10:
                    groups[^1] = Sum(groups[^1], unit);
                    break;
                case var _ when ten >= 0:
                    groups.Add(((ten + 2) * 10).ToString(CultureInfo.InvariantCulture));
                    isTens = true;
                    continue;
                default:
                    groups.Add(unit >= 0 ? unit.ToString(CultureInfo.InvariantCulture) : word);
                    break;
            }

            isTens = false;
        }

        return string.Concat(groups);
    }

    private static string Sum(string number, int more) =>
        (int.Parse(number, CultureInfo.InvariantCulture) + more).ToString(CultureInfo.InvariantCulture);

    private const string NumberWord =
        "zero|oh|o|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
        + "|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|dash|hyphen|minus|slash";

    [GeneratedRegex($@"(?<before>\b(?:inv|invoices?|bill|number|no\.?)[\s,:-]+)(?<number>(?:(?:{NumberWord}|[0-9]+)[\s,-]+(?:and\s+)?)+(?:{NumberWord}|[0-9]+))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex SpokenInEnglish();

    [GeneratedRegex("[a-z]+|[0-9]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Word();

    [GeneratedRegex("(?<before>(?:請求書?|インボイス)(?:番号)?[のは、 ]*)(?<number>(?:ゼロ|レイ|イチ|ニー|ニ|サン|ヨン|ゴー|ゴ|ロク|ナナ|ハチ|キュウ|ダッシュ|ハイフン|[〇零一二三四五六七八九]){3,})", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex SpokenInJapanese();
}
