using System.Globalization;
using System.Text.RegularExpressions;
using BillingBot.Knowledge.Billing.Invoices;

namespace BillingBot.Skills.Invoice;

/// <summary>
/// Reads invoice numbers. What shape they have is the partner's choice, so the customer's own are looked for first; other
/// words count as a number only where they look like one.
/// </summary>
internal static partial class SaidNumbers
{
    private const int ShortestKey = 4, ShortestEnding = 4, ShortestUnknown = 3, MostParts = 10, WidestGap = 3;

    public static IReadOnlyList<SaidNumber> Take(SaidWords words, IReadOnlyList<string> own)
    {
        words.Replace(SpokenNumbers.ToDigits(words.Text));
        if (!words.Text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return [];
        }

        var found = Own(words, own).Concat(Others(words, own)).ToList();
        return found.Count > 0 || Alone().Match(words.Text) is not { Success: true } alone || Matching(alone.Value, own) is not { Count: > 0 } numbers
            ? found
            : [Taken(words, alone, numbers)];
    }

    /// <summary>Runs of letters and digits that together are the number of one of the customer's invoices.</summary>
    private static List<SaidNumber> Own(SaidWords words, IReadOnlyList<string> own)
    {
        var byKey = own.Select(number => (Key: InvoiceNumbers.Key(number), number))
            .Where(pair => pair.Key.Length >= ShortestKey && pair.Key.Any(char.IsAsciiDigit))
            .ToLookup(pair => pair.Key, pair => pair.number, StringComparer.Ordinal);
        var parts = Part().Matches(words.Text);
        var found = new List<SaidNumber>();
        for (var first = 0; first < parts.Count; first++)
        {
            var key = "";
            for (var last = first; last < parts.Count && last < first + MostParts; last++)
            {
                if (last > first && parts[last].Index - End(parts[last - 1]) > WidestGap)
                {
                    break;
                }

                key += parts[last].Value.ToUpperInvariant();
                if (byKey[key].FirstOrDefault() is { } number && IsWhole(words.Text, parts[first].Index, End(parts[last])))
                {
                    found.Add(new SaidNumber(number, [number]));
                    words.Take(parts[first].Index, End(parts[last]) - parts[first].Index);
                    first = last;
                    break;
                }
            }
        }

        return found;
    }

    private static IEnumerable<SaidNumber> Others(SaidWords words, IReadOnlyList<string> own)
    {
        foreach (var number in Shaped().Matches(words.Text).Select(match => match.Groups["number"]))
        {
            yield return Taken(words, number, Matching(number.Value, own));
        }

        foreach (var number in Called().Matches(words.Text).Select(match => match.Groups["number"]))
        {
            // "Billed 3 times": so short a number must be one of the customer's.
            var numbers = Matching(number.Value, own);
            if (numbers.Count > 0 || Digits(number.Value).Length >= ShortestUnknown)
            {
                yield return Taken(words, number, numbers);
            }
        }

        // "0142は来週払います": four digits that begin with a zero are hardly anything else.
        foreach (var number in Padded().Matches(words.Text).Select(match => match.Groups["number"]))
        {
            yield return Taken(words, number, Matching(number.Value, own));
        }

        foreach (var number in Mentioned().Matches(words.Text).Select(match => match.Groups["number"]))
        {
            if (Matching(number.Value, own) is { Count: > 0 } numbers)
            {
                yield return Taken(words, number, numbers);
            }
        }
    }

    private static SaidNumber Taken(SaidWords words, Capture number, IReadOnlyList<string> numbers)
    {
        words.Take(number.Index, number.Length);
        return new SaidNumber(number.Value.Trim().ToUpperInvariant(), numbers);
    }

    /// <summary>The same digits in all, the same last group of digits ("142" of INV-2026-0142), or enough of the ending.</summary>
    private static List<string> Matching(string said, IReadOnlyList<string> own)
    {
        var letters = string.Concat(said.Where(char.IsAsciiLetter));
        if (letters.Length > 0 && !letters.StartsWith("INV", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        var digits = Digits(said);
        return [.. own.Where(number => Digits(number) == digits
            || Group().Matches(number) is [.., var last] && long.TryParse(last.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var ending)
                && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && ending == wanted
            || digits.Length >= ShortestEnding && Digits(number).EndsWith(digits, StringComparison.Ordinal))];
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static int End(Match part) => part.Index + part.Length;

    private static bool IsWhole(string text, int start, int end) =>
        (start == 0 || !char.IsAsciiLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end]));

    [GeneratedRegex("[A-Za-z]+|[0-9]+", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Part();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Group();

    [GeneratedRegex(@"(?<![A-Za-z0-9])(?<number>INV[-_/#.\s]{0,3}[0-9]{4}[-_/\s]{0,3}[0-9]{3,6}|INV[-_/#]?[0-9]{3,12}|[A-Za-z]{1,6}[-_/][0-9]{4}[-_/][0-9]{3,6}|20[0-9]{2}-[0-9]{3,6})(?![A-Za-z0-9]|-[0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Shaped();

    [GeneratedRegex(@"(?:(?:(?<!\b(?:you|we|they|to|i)\s{1,3})\b(?:invoices?|inv|bill)|請求書?|インボイス)(?:\s*(?:numbers?|no\.?|nr\.?|id|\#|番号))?|\bnumber|\bno\.|\bnr\.|\#|番号)[\s:,-]*(?:is\b|は|が|の)?\s*(?<number>[0-9]{1,12}(?:[-/ ][0-9]{1,6}){0,3})(?![0-9.,]*[0-9]|番目|" + Unit + @")|(?<number>[0-9]{2,12})\s*番(?!目)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Called();

    /// <summary>What makes a number a count, a day or an amount; "142 status" is none of them.</summary>
    private const string Unit = @"\s*(?:(?:st|nd|rd|th|hours?|days?|weeks?|months?|years?|times|seats?|users?|licen[cs]es?|usd|jpy|eur|gbp|dollars?|bucks|yen|euros?|gb|am|pm|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])|月|年|日|時|分|円|ドル|万|千|件|枚|通|人|席|シート|か月|ヶ月|%)";

    private const string NoUnit = "(?![A-Za-z0-9:/-]|[.,][0-9]|番目|" + Unit + ")";

    [GeneratedRegex(@"(?<![A-Za-z0-9.,:/+()-]|[0-9]\s|\b(?:at|from|until|till|since|code)\s+|コード[はが]?\s*)(?<number>0[0-9]{3})" + NoUnit, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Padded();

    [GeneratedRegex(@"(?:\b(?:pay|dispute|explain|lines\s+of|payments\s+for|status\s+of)|^\W*(?:and\s+)?(?:(?:why|what)\s+(?:is|was|about)|is)?)\s*(?<number>[0-9]{3,6})" + NoUnit
        + @"|(?<![A-Za-z0-9.,:/+-])(?<number>[0-9]{3,6})(?=\s*(?:は|を|も|について|の(?:明細|状況|入金|支払|内訳|金額)))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Mentioned();

    [GeneratedRegex(@"(?<=^\W*)[0-9]{3,12}(?:-[0-9]{1,6})*(?=\W*$)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Alone();
}
