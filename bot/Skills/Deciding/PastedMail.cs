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

        var first = lines.FindIndex(line => line.Length > 0);
        var start = Salutation().IsMatch(lines[first]) ? first + 1 : first;
        var end = lines.FindIndex(start, line => Ending().IsMatch(line));
        var body = lines[start..(end < 0 ? lines.Count : end)].Where(line => !line.StartsWith('>'));
        var said = string.Join('\n', body).Trim();
        return said.Any(char.IsLetter) ? said : text;
    }

    [GeneratedRegex(@"^(?:(?:dear|hi|hello|hey|good\s+(?:morning|afternoon|evening|day)|to\s+whom)\b[^.?!]{0,40}[,:!]?|[^。？?]{0,30}(?:様|御中|各位|殿)[、,]?|拝啓)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Salutation();

    /// <summary>A closing that has the line to itself, a rule, or the head of a quoted mail.</summary>
    [GeneratedRegex(@"^(?:(?:(?:with\s+)?(?:kind|best|warm|many)?\s*(?:regards|wishes)|(?:many\s+)?thanks(?:\s+(?:and|&)\s+(?:best\s+|kind\s+)?regards)?|thank\s+you|(?:yours\s+)?(?:sincerely|faithfully|truly)|yours|cheers|best|br|rgds)[,.!]?|[-–—―─━_=*＊]{2,}|-{2,}\s*(?:original\s+message|forwarded|元のメッセージ|転送).*|on\s.{5,80}\swrote:|(?:from|差出人)\s*[:：].*|敬具|以上|(?:お手数(?:です|をおかけします)が、?|何卒|どうぞ|以上、)*(?:ご確認の?ほど、?)?(?:よろしく|宜しく)お願い(?:いた|致|申し上げ)?(?:します|ます)。?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Ending();
}
