using System.Text.RegularExpressions;

namespace BillingBot.Recognizers.English;

/// <summary>
/// What stands beside an expression can deny it: invoice and order numbers, amounts, versions, and the words that
/// are only sometimes a month or a weekday ("may I", "the sun").
/// </summary>
internal static partial class EnglishSurroundings
{
    /// <summary>What may follow a bare year; any other word would be what the number counts.</summary>
    private static readonly HashSet<string> AfterYear = new(StringComparer.Ordinal)
    {
        "and", "or", "but", "to", "was", "is", "were", "are", "will", "in", "at", "on", "by", "for", "from", "until", "till", "through", "then",
        "please", "it", "i", "we", "they", "you", "the", "a", "my", "our", "only", "as", "with", "has", "had", "have", "that", "which", "when", "if",
        "because", "so", "not", "due", "invoice", "invoices", "bill", "bills", "statement", "statements", "charge", "charges", "usage", "spend",
        "cost", "costs", "sales", "tax", "budget", "total", "totals", "report", "reports", "figures", "numbers", "credit", "credits", "payment",
        "payments", "subscription", "subscriptions", "contract", "agreement", "pricing",
    };

    public static bool Allow(string text, TimexMatch match)
    {
        var (start, end) = (match.Start, match.Start + match.Length);
        var words = text.AsSpan(start, match.Length);
        if (AfterNumber(text, end, words))
            return false;
        if (char.IsAsciiDigit(words[0]) && !BeforeNumber(text, start, match))
            return false;
        if (Repeating().IsMatch(Left(text, start)))
            return false;
        if (words is "may" or "mar" or "sun" or "sat" or "wed" or "mon" or "dec" or "sec")
            return Preposition().IsMatch(Left(text, start)) || words.Length == text.AsSpan().Trim().Length;
        if (words is "march" && (Article().IsMatch(Left(text, start)) || text.AsSpan(end).StartsWith(" of ", StringComparison.Ordinal)))
            return false;
        return match is not { Type: "daterange", Timex.Length: 4 } || words.Length != 4 || YearStands(text, start, end);
    }

    // 2015-1-32, 10.5, 20%, 1,200: the number goes on.
    private static bool AfterNumber(string text, int end, ReadOnlySpan<char> words)
    {
        if (end >= text.Length || !char.IsAsciiDigit(words[^1]))
            return false;
        var next = end + 1 < text.Length ? text[end + 1] : ' ';
        return text[end] switch
        {
            '%' => true,
            '-' or '/' or '_' => char.IsLetterOrDigit(next),
            '.' or ',' or ':' => char.IsAsciiDigit(next),
            _ => false,
        };
    }

    private static bool BeforeNumber(string text, int start, TimexMatch match)
    {
        if (start == 0)
            return true;
        var (mark, before) = (text[start - 1], start > 1 ? text[start - 2] : ' ');
        return mark switch
        {
            '#' or '$' or '+' => false,
            _ when char.GetUnicodeCategory(mark) == System.Globalization.UnicodeCategory.CurrencySymbol => false,
            '-' or '/' or '.' or ',' or ':' when char.IsAsciiDigit(before) => false,
            '-' or '/' or '_' or '.' when char.IsLetterOrDigit(before) => match is { Type: "date", Timex: [not 'X', ..] },
            _ => true,
        };
    }

    // "2000 users" counts, "in 2000" and "2018 or" date.
    private static bool YearStands(string text, int start, int end) =>
        text.Substring(end, Math.Min(24, text.Length - end)) is var right && !GoesOn().IsMatch(right)
        && (NextWord().Match(right) is not { Success: true } next || AfterYear.Contains(next.Groups["word"].Value))
        && (start == 0 || text[start] == '=' || !char.IsLetterOrDigit(text[start - 1]))
        && !Code().IsMatch(Left(text, start));

    private static ReadOnlySpan<char> Left(string text, int start) => text.AsSpan(Math.Max(0, start - 24), Math.Min(24, start));

    [GeneratedRegex(@"\b(?:in|on|of|by|this|next|last|since|until|till|from|before|after|for|during|mid|early|late|to|between|due|through) ?$", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Preposition();

    // "every Friday" is no one day.
    [GeneratedRegex(@"\b(?:each|every) $", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Repeating();

    [GeneratedRegex(@"\b(?:the|a|to) $", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Article();

    [GeneratedRegex(@"^[ \t]?[-/][ \t]?\d", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"^[ \t]{1,4}(?<word>\p{L}+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex NextWord();

    [GeneratedRegex(@"(?:\b(?:tel|phone|fax|id|no\.?|number|order|ticket|case|office|server|windows|version|v|sku|po|code|pin|zip|exchange|visio|project|sharepoint|sql|dynamics|extension|ext)[:.]? ?|[-/_#]\d* ?|\d[ -])$", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Code();
}
