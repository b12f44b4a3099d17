using static BillingBot.Recognizers.English.EnglishNumberWords;

namespace BillingBot.Recognizers.English;

/// <summary>Numbers in English: cardinals, fractions, "minus five", "two point five million", "3 dozen".</summary>
internal sealed class EnglishNumberReader : INumberReader
{
    private static readonly string[] Minus = ["minus", "negative"];

    private static readonly string[] Percent = ["%", "percent", "per cent"];

    private static readonly string[] Dozens = ["dozen", "dozens", "doz", "dozs", "dz", "dzs"];

    /// <summary>What "one" stands for a thing after: "this one", "the 1,200 dollar one".</summary>
    private static readonly HashSet<string> Pointers = new(StringComparer.Ordinal)
    {
        "the", "this", "that", "which", "each", "every", "any", "another", "other", "no", "first", "second", "third", "last", "latest", "next",
        "previous", "old", "older", "oldest", "new", "newer", "newest", "right", "wrong", "same", "big", "small", "biggest", "smallest",
        "unpaid", "paid", "open", "overdue", "dollar", "dollars", "euro", "euros", "pound", "pounds", "yen", "usd", "eur", "gbp", "jpy",
    };

    public string Fold(string query) => EnglishText.Fold(query);

    public NumberMatch? Read(string text, int at)
    {
        var start = Sign(text, at);
        if (Unsigned(text, start) is not { } number)
            return null;
        return new(at, number.End, start > at ? -number.Value : number.Value);
    }

    public NumberMatch? ReadAmount(string text, int at) =>
        char.IsAsciiDigit(Scan.At(text, at)) || Scan.At(text, at) is '.' ? EnglishCardinals.Read(text, at) : null;

    public bool StandsAlone(string text, NumberMatch number)
    {
        var gap = Scan.Gap(text, number.End);
        if (Scan.At(text, number.End) is '_' || char.IsAsciiLetterOrDigit(Scan.At(text, number.End)) || Array.Exists(Percent, word => Scan.Has(text, gap, word)))
            return false;
        return text.AsSpan(number.Start, number.End - number.Start) is not "one" || !Pointers.Contains(WordBefore(text, number.Start));
    }

    public int Next(string text, int at) => Scan.PastWord(text, at, IsWord);

    private static NumberMatch? Unsigned(string text, int at)
    {
        if (EnglishFractions.Read(text, at) is { } fraction)
            return fraction;
        if (EnglishCardinals.Read(text, at) is { } whole)
            return Point(text, whole) ?? EnglishFractions.After(text, whole) ?? Dozen(text, whole) ?? whole;
        var noun = Article(text, at) ?? at;
        return noun > at && DozenEnd(text, noun) is { } dozen ? new(at, dozen, 12) : null;
    }

    private static int Sign(string text, int at)
    {
        if (Scan.At(text, at) is '-')
            return IsWord(Scan.At(text, at - 1)) || Scan.At(text, at - 1) is '-' ? at : Scan.Gap(text, at + 1);
        return Array.Find(Minus, word => Scan.Has(text, at, word)) is { } minus && Scan.Gap(text, at + minus.Length) is var next && next > at + minus.Length ? next : at;
    }

    private static NumberMatch? Point(string text, NumberMatch whole)
    {
        if (Behind(text, whole.End, "point") is not { } position)
            return null;
        var (digits, end) = ("", whole.End);
        while (Cardinal(text, position) is { Value: < 100 } word && digits.Length < 15)
        {
            digits += NumberMatch.Text(word.Value);
            end = word.End;
            position = Scan.Gap(text, end);
        }

        if (DigitNumbers.Parse("0." + digits) is not { } part || digits.Length == 0)
            return null;
        var scale = Multiple(text, position) is { Value: >= 1000 } multiple && whole.Value < NumberMatch.Largest ? multiple : new(end, end, 1);
        return whole with { End = scale.End, Value = (whole.Value + part) * scale.Value };
    }

    // "three hundred and two dozens": only the two are dozens.
    private static NumberMatch? Dozen(string text, NumberMatch whole)
    {
        if (DozenEnd(text, Scan.Gap(text, whole.End)) is not { } end || whole.Value > NumberMatch.Largest)
            return null;
        var counted = whole.Value % 100 is > 0 and var rest && !char.IsAsciiDigit(text[whole.End - 1]) ? rest : whole.Value;
        return whole with { End = end, Value = whole.Value + (11 * counted) };
    }

    private static int? DozenEnd(string text, int at)
    {
        var end = Scan.Letters(text, at);
        return end > at && Array.Exists(Dozens, word => text.AsSpan(at, end - at).SequenceEqual(word)) ? end : null;
    }

    private static string WordBefore(string text, int at)
    {
        var end = at;
        while (end > 0 && at - end < 4 && text[end - 1] is ' ')
            end--;
        var start = end;
        while (start > 0 && end - start < 10 && char.IsAsciiLetter(text[start - 1]))
            start--;
        return text[start..end];
    }

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character is '_';
}
