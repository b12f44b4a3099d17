namespace BillingBot.Recognizers;

/// <summary>Amounts of money at one place of a text: "$1.5k", "1200 USD", "75 USD million", "3 dollars 50 cents", "2ドル3セント".</summary>
internal sealed class CurrencyReader(INumberReader numbers, CurrencyWords words)
{
    public CurrencyMatch? Read(Folded text, int at) => SignFirst(text, at) ?? AmountFirst(text, at) ?? Named(text, at);

    private CurrencyMatch? SignFirst(Folded text, int at)
    {
        var minus = Scan.At(text.Text, at) is '-' && Scan.At(text.Text, at - 1) is not '-' && !char.IsLetterOrDigit(Scan.At(text.Text, at - 1));
        var start = minus ? at + 1 : at;
        if (words.At(text.Query, text.Text, start) is not { Leads: true } sign)
            return null;
        var behind = start + sign.Text.Length;
        var digits = Scan.Gap(text.Text, behind);
        if (Scan.At(text.Text, digits) is '-' && digits == behind && !minus && !char.IsAsciiLetter(text.Text[behind - 1]))
            (minus, digits) = (true, digits + 1);
        if (numbers.ReadAmount(text.Text, digits) is not { } amount)
            return null;
        var match = Confirmed(text, new(at, amount.End, amount.Value, sign.Unit));
        if (char.IsAsciiLetter(Scan.At(text.Text, match.End)))
            return null;
        match = WithHundredths(text, match);
        return minus ? match with { Value = -match.Value } : match;
    }

    private CurrencyMatch? AmountFirst(Folded text, int at)
    {
        if (numbers.Read(text.Text, at) is not { } amount)
            return null;
        var gap = Scan.Gap(text.Text, amount.End);
        var start = Scan.At(text.Text, gap) is '-' ? gap + 1 : gap;
        var (unit, by) = (words.At(text.Query, text.Text, start), 1m);
        if (unit is null && Scan.At(text.Text, start) is 'm' or 'k' && words.At(text.Query, text.Text, start + 1) is { Unit.Code: not null } code)
            (unit, by, start) = (code, text.Text[start] is 'm' ? 1e6m : 1e3m, start + 1);
        if (unit is null || Math.Abs(amount.Value) > NumberMatch.Largest)
            return null;

        // In "1 $10" the sign belongs to the ten.
        var end = start + unit.Text.Length;
        if (unit.Leads && start > amount.End && char.IsAsciiDigit(Scan.At(text.Text, end)))
            return null;
        if (numbers.Read(text.Text, Scan.Gap(text.Text, end)) is { Value: >= 1000 } multiple && char.IsAsciiLetter(text.Text[multiple.Start])
            && text.Text.AsSpan(multiple.Start, multiple.End - multiple.Start).IndexOf(' ') < 0)
            (by, end) = (multiple.Value, multiple.End);
        return WithHundredths(text, new(at, end, amount.Value * by, unit.Unit));
    }

    /// <summary>"$1,200 CAD", "¥500円": said twice, the second time surer.</summary>
    private CurrencyMatch Confirmed(Folded text, CurrencyMatch match)
    {
        var at = Scan.Gap(text.Text, match.End);
        if (words.At(text.Query, text.Text, at) is not { Unit.Code: { } code } word || char.IsAsciiDigit(Scan.At(text.Text, Scan.Gap(text.Text, at + word.Text.Length))))
            return match;
        var isCode = string.Equals(word.Text, code, StringComparison.OrdinalIgnoreCase);
        return match.Unit.Code == code || (match.Unit.Code is null && isCode) ? match with { End = at + word.Text.Length, Unit = word.Unit } : match;
    }

    private CurrencyMatch? Named(Folded text, int at) =>
        words.At(text.Query, text.Text, at) is { Alone: true } word && !char.IsAsciiDigit(Scan.At(text.Text, at + word.Text.Length))
            ? new(at, at + word.Text.Length, null, word.Unit)
            : null;

    /// <summary>"3 dollars 50 cents", "2222円13銭", and with no word for them "15 dollars and 15", "17 USD 25"; but not "the 20 dollar one".</summary>
    private CurrencyMatch WithHundredths(Folded text, CurrencyMatch whole)
    {
        var next = Scan.Gap(text.Text, whole.End);
        var and = next > whole.End && Scan.Has(text.Text, next, "and ");
        next = and ? next + "and ".Length : next;
        if (whole.Value is not { } value || value != decimal.Truncate(value) || numbers.Read(text.Text, next) is not { Value: > 0 and < 100 } part
            || part.Value != decimal.Truncate(part.Value))
            return whole;

        var unit = Scan.Gap(text.Text, part.End);
        if (words.At(text.Query, text.Text, unit) is { } word)
            return word.Unit.Hundredth ? whole with { End = unit + word.Text.Length, Value = value + (part.Value / 100) } : whole;
        var between = whole.Start >= 8 && Scan.Has(text.Text, whole.Start - 8, "between ");
        return next > whole.End && part.Value >= 10 && !between && !char.IsLetterOrDigit(Scan.At(text.Text, unit)) && Scan.At(text.Text, unit) is not ('%' or '-' or '/')
            ? whole with { End = part.End, Value = value + (part.Value / 100) }
            : whole;
    }
}
