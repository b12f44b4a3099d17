using System.Text.RegularExpressions;

namespace BillingBot.Skills.Deciding;

/// <summary>
/// What a customer says in a mail that was pasted into the chat: without salutation, signature and what is quoted. A telephone
/// number below a name is no invoice, and "TEL" no question for ours.
/// </summary>
internal static partial class PastedMail
{
    private const int FewestLines = 3;

    /// <returns>The text as it is where it is no mail, or where nothing else would be left.</returns>
    public static string Body(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).ToList();
        if (lines.Count(line => line.Length > 0) < FewestLines)
        {
            return text;
        }

        var said = Body(lines);
        return said.Any(char.IsLetter) ? said : text;
    }

    /// <summary>"See below" points to the mail that was forwarded; else what comes after the closing was said before, or by others.</summary>
    private static string Body(List<string> lines)
    {
        var first = lines.FindIndex(line => line.Length > 0 && !Header().IsMatch(line));
        if (first < 0)
        {
            return "";
        }

        var start = Salutation().IsMatch(lines[first]) ? first + 1 : first;
        var end = lines.FindIndex(start, line => Ending().IsMatch(line));
        var said = string.Join('\n', lines[start..(end < 0 ? lines.Count : end)].Where(line => !line.StartsWith('>'))).Trim();
        var forwarded = lines.FindIndex(start, line => Forwarded().IsMatch(line));
        return forwarded >= 0 && (said.Length == 0 || PointsBelow().IsMatch(said)) && Body(lines[(forwarded + 1)..]) is { Length: > 0 } below
            ? below
            : said;
    }

    [GeneratedRegex(@"^(?:(?:dear|hi|hello|hey|good\s+(?:morning|afternoon|evening|day)|to\s+whom)\b[^.?!]{0,40}[,:!]?|[^。？?]{0,30}(?:様|御中|各位|殿)[、,]?|拝啓)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Salutation();

    /// <summary>A line of a mail's head.</summary>
    [GeneratedRegex(@"^(?:from|sent|to|cc|bcc|date|subject|reply-to|差出人|送信者|送信日時|送信日|日時|日付|宛先|件名)\s*[:：]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Header();

    [GeneratedRegex(@"^-{2,}\s*(?:original\s+message|forwarded|begin\s+forwarded|元のメッセージ|転送)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Forwarded();

    [GeneratedRegex(@"\b(?:below|forward(?:ing|ed)?|fyi|fwd?)\b|下記|以下|転送", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex PointsBelow();

    /// <summary>A closing that has the line to itself, a rule, or the head of a quoted mail.</summary>
    [GeneratedRegex(@"^(?:(?:(?:with\s+)?(?:kind|best|warm|many)?\s*(?:regards|wishes)|(?:many\s+)?thanks(?:\s+(?:and|&)\s+(?:best\s+|kind\s+)?regards)?|thank\s+you|(?:yours\s+)?(?:sincerely|faithfully|truly)|yours|cheers|best|br|rgds|thx|ty)[,.!]?|sent\s+from\s+my\s.{1,40}|.{1,20}から送信|[-–—―─━_=*＊]{2,}|-{2,}\s*(?:original\s+message|forwarded|元のメッセージ|転送).*|on\s.{5,80}\swrote:|(?:from|差出人)\s*[:：].*|敬具|以上|(?:お手数(?:です|をおかけします)が、?|何卒|どうぞ|以上、)*(?:ご確認の?ほど、?)?(?:よろしく|宜しく)お願い(?:いた|致|申し上げ)?(?:します|ます)。?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Ending();
}
