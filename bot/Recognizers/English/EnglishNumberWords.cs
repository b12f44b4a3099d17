using System.Globalization;

namespace BillingBot.Recognizers.English;

/// <summary>The words numbers are made of, and how they are joined.</summary>
internal static class EnglishNumberWords
{
    private static readonly Dictionary<string, decimal> Cardinals = Numbered(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        "twenty thirty forty fifty sixty seventy eighty ninety",
        "hundred 100 hundreds 100 thousand 1e3 thousands 1e3 million 1e6 millions 1e6 billion 1e9 billions 1e9 trillion 1e12 trillions 1e12 "
        + "lakh 1e5 lakhs 1e5 crore 1e7 crores 1e7 nought 0 naught 0");

    private static readonly Dictionary<string, decimal> Ordinals = Numbered(
        "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth",
        "half 2 halve 2 quarter 4 hundredth 100 thousandth 1e3 trillionth 1e12");

    /// <summary>"twelve", "forty", "hundred", "lakh".</summary>
    public static NumberMatch? Cardinal(string text, int at) => Word(Cardinals, text, at, Scan.Letters(text, at));

    /// <summary>"hundred", "thousand" and above, not in the plural.</summary>
    public static NumberMatch? Multiple(string text, int at) =>
        Cardinal(text, at) is { Value: >= 100 } word && text[word.End - 1] is not 's' ? word : null;

    /// <summary>The lower half of a fraction: "third", "fifths", "twenty-firsts", "half"; never "first" or "second" alone.</summary>
    public static (NumberMatch Match, bool Plural)? Denominator(string text, int at)
    {
        if (Ordinal(text, at) is { Match.Value: >= 2 } plain && !Scan.Has(text, at, "second"))
            return plain;
        return Cardinal(text, at) is { } tens && TensOrdinal(text, tens) is { } compound ? compound : null;
    }

    /// <summary>"twenty-first", "twenty fifth", "twenty firsts", where "twenty fifths" is twenty of them.</summary>
    public static (NumberMatch Match, bool Plural)? TensOrdinal(string text, NumberMatch tens)
    {
        if (tens.Value is not (>= 20 and < 100) || Ordinal(text, Joint(text, tens.End)) is not { Match.Value: > 0 and < 10 } ones)
            return null;
        var asOne = Scan.At(text, tens.End) is '-' || !ones.Plural || ones.Match.Value <= 2;
        return asOne ? (new(tens.Start, ones.Match.End, tens.Value + ones.Match.Value), ones.Plural) : null;
    }

    /// <returns>Index after "and" and the blanks about it, or null.</returns>
    public static int? Behind(string text, int at, string word)
    {
        var start = Scan.Gap(text, at);
        var end = start + word.Length;
        return start > at && Scan.Has(text, start, word) && Scan.Gap(text, end) is var next && next > end ? next : null;
    }

    /// <returns>Index after "a " or "an ", or null.</returns>
    public static int? Article(string text, int at)
    {
        var end = Scan.Letters(text, at);
        return text.AsSpan(at, end - at) is "a" or "an" && Scan.Gap(text, end) is var next && next > end ? next : null;
    }

    /// <returns>Index after blanks, a hyphen among them or not.</returns>
    public static int Joint(string text, int at)
    {
        var end = Scan.Gap(text, at);
        return Scan.At(text, end) is '-' ? Scan.Gap(text, end + 1) : end;
    }

    private static (NumberMatch Match, bool Plural)? Ordinal(string text, int at)
    {
        var end = Scan.Letters(text, at);
        if (Word(Ordinals, text, at, end) is { } singular)
            return (singular, false);
        return end > at && text[end - 1] is 's' && Word(Ordinals, text, at, end - 1) is { } plural ? (plural with { End = end }, true) : null;
    }

    private static NumberMatch? Word(Dictionary<string, decimal> words, string text, int at, int end) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(at, end - at), out var value) ? new(at, end, value) : null;

    private static Dictionary<string, decimal> Numbered(string fromZero, string tensFromTwenty, string others)
    {
        var words = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (i, word) in fromZero.Split(' ').Index())
            words[word] = i;
        foreach (var (i, word) in tensFromTwenty.Split(' ').Index())
            words[word] = (i + 2) * 10;
        foreach (var pair in others.Split(' ').Chunk(2))
            words[pair[0]] = decimal.Parse(pair[1], NumberStyles.AllowExponent, CultureInfo.InvariantCulture);
        return words;
    }
}
