using System.Collections.Frozen;

namespace BillingBot.Recognizers.English;

/// <summary>
/// The words without which nothing the grammar reads is said: most of what customers write names no time at all, and trying
/// every rule at every word of it would cost more than the rest of the reading. The grammar is tested against both lists.
/// </summary>
internal static class EnglishTimeWords
{
    /// <summary>Each expression has a digit or one of these.</summary>
    private static readonly FrozenSet<string> Named = Words(
        "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday "
        + "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december "
        + "today todays tomorrow tmr tmrw yesterday tonight now present moment date "
        + "second seconds sec secs minute minutes min mins hour hours hr hrs day days weekday weekdays week weeks wk wks weekend workweek businessweek workingweek "
        + "fortnight fortnights month months quarter quarters year years yr yrs century "
        + "morning afternoon evening daytime night nighttime noon noonish midday midnight breakfast lunch dinner breakfasttime lunchtime dinnertime "
        + "eod cob business eoy eom ytd mtd qtd sy fy cy half spring summer autumn fall winter "
        + "twenties thirties forties fifties sixties seventies eighties nineties "
        + "christmas xmas halloween valentine valentines easter thanksgiving");

    /// <summary>Each expression begins with a digit, with "=" or with one of these or of <see cref="Named"/>.</summary>
    private static readonly FrozenSet<string> First = Words(
        "the this last next following current coming upcoming previous prev past same my within "
        + "new boxing independence earth veterans labor labour memorial good black cyber "
        + "from between on at in to for about around approximately approx roughly circa any anytime "
        + "since starting beginning effective as no not by before prior earlier after later greater until till til more less "
        + "right end close early late mid middle start rest remainder remaining during "
        + "a an another couple few several school fiscal financial calendar q h");

    /// <summary>Whether a time can be said in the text at all.</summary>
    /// <param name="text">As <see cref="EnglishText"/> has it: lower case, numbers in digits.</param>
    public static bool MayBeIn(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                return true;
            }

            if (Word(text, at) is { IsEmpty: false } word)
            {
                if (Has(Named, word))
                {
                    return true;
                }

                at += word.Length - 1;
            }
        }

        return false;
    }

    /// <summary>Whether a time can begin at this place.</summary>
    /// <inheritdoc cref="MayBeIn"/>
    public static bool MayBeginAt(string text, int at) =>
        Word(text, at) is not { IsEmpty: false } word || Has(First, word) || Has(Named, word);

    private static ReadOnlySpan<char> Word(string text, int at) =>
        text.AsSpan(at) is var rest && rest.IndexOfAnyExceptInRange('a', 'z') is >= 0 and var end ? rest[..end] : rest;

    private static bool Has(FrozenSet<string> words, ReadOnlySpan<char> word) => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
