using static BillingBot.Recognizers.English.EnglishNumberWords;

namespace BillingBot.Recognizers.English;

/// <summary>"a half", "two thirds of a million", "three and a quarter", "five and a half million", "two out of five", "1 over 3".</summary>
internal static class EnglishFractions
{
    private const string VulgarFractions = "¼½¾⅓⅔";

    /// <summary>A number that begins with its fraction.</summary>
    public static NumberMatch? Read(string text, int at)
    {
        if (Scan.At(text, at) is var sign && VulgarFractions.Contains(sign, StringComparison.Ordinal))
            return new(at, at + 1, (decimal)char.GetNumericValue(sign));
        if (Part(text, at) is { } part)
            return Scaled(text, part.End) is { } scale ? part with { End = scale.End, Value = part.Value * scale.Value } : IsPeriod(text, part) ? null : part;

        // "half a million", "quarter million"
        return (Scan.Has(text, at, "half ") || Scan.Has(text, at, "quarter ")) && Denominator(text, at) is { Match: var share } && Scaled(text, share.End) is { } whole
            ? new(at, whole.End, whole.Value / share.Value)
            : null;
    }

    /// <summary>What follows a whole number: "and a half", "over 3", "½".</summary>
    public static NumberMatch? After(string text, NumberMatch whole)
    {
        if ((Behind(text, whole.End, "over") ?? Behind(text, whole.End, "out of")) is { } over && EnglishCardinals.Read(text, over) is { } below
            && NumberMatch.Quotient(whole.Value, below.Value) is { } quotient)
            return whole with { End = below.End, Value = quotient };
        if (VulgarFractions.Contains(Scan.At(text, whole.End), StringComparison.Ordinal) && whole.End < text.Length)
            return whole with { End = whole.End + 1, Value = whole.Value + (decimal)char.GetNumericValue(text[whole.End]) };
        if (Behind(text, whole.End, "and") is not { } and || Part(text, and) is not { Value: < 1 } part)
            return null;
        if (Scaled(text, part.End) is { } scale)
            return whole with { End = scale.End, Value = whole.Value >= scale.Value ? whole.Value + (part.Value * scale.Value) : (whole.Value + part.Value) * scale.Value };

        // "two million and a half" means half a million.
        var unit = char.IsAsciiDigit(text[whole.End - 1]) ? 1 : Array.Find([1e12m, 1e9m, 1e6m, 1e3m, 1], unit => whole.Value % unit == 0);
        return whole with { End = part.End, Value = whole.Value + (part.Value * unit) };
    }

    private static NumberMatch? Part(string text, int at)
    {
        var article = Article(text, at);
        var above = article is { } noun && Multiple(text, noun) is null ? new NumberMatch(at, noun, 1) : EnglishCardinals.Read(text, at);
        if (above is not { } upper || Denominator(text, upper.Value == 1 && article is not null ? upper.End : Joint(text, upper.End)) is not { } lower)
            return null;
        if (lower.Plural == (upper.Value == 1) || (!lower.Plural && IsNth(text, lower.Match)))
            return null;
        return NumberMatch.Quotient(upper.Value, lower.Match.Value) is { } value ? new(at, lower.Match.End, value) : null;
    }

    /// <summary>"a third invoice" is one more, "a third of the invoice" a fraction.</summary>
    private static bool IsNth(string text, NumberMatch ordinal) =>
        !Scan.Has(text, ordinal.Start, "half") && !Scan.Has(text, ordinal.Start, "quarter")
        && Scan.Gap(text, ordinal.End) is var next && char.IsAsciiLetter(Scan.At(text, next)) && !Scan.Has(text, next, "of ") && Multiple(text, next) is null;

    /// <summary>"a quarter" alone is three months.</summary>
    private static bool IsPeriod(string text, NumberMatch part) => Scan.At(text, part.Start) is 'a' && text[part.End - 1] is 'r' && !Scan.Has(text, part.End, " of ");

    /// <summary>"million", "a million", "of a million".</summary>
    private static NumberMatch? Scaled(string text, int at)
    {
        var next = Behind(text, at, "of") ?? Scan.Gap(text, at);
        return next == at ? null : Multiple(text, Article(text, next) ?? next);
    }
}
