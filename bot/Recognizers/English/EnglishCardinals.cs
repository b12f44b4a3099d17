using static BillingBot.Recognizers.English.EnglishNumberWords;

namespace BillingBot.Recognizers.English;

/// <summary>Whole numbers in words, digits or both: "twelve hundred", "4 thousand 3 hundred and 21", "2.5 million", "three lakh crore".</summary>
internal static class EnglishCardinals
{
    private const int MostAnds = 3;

    public static NumberMatch? Read(string text, int at) => Read(text, at, MostAnds);

    private static NumberMatch? Read(string text, int at, int ands)
    {
        // "room" is what may still be added: below 100 after "hundred", below 10 after "twenty", nothing after "three".
        decimal total = 0, group = 0, room = decimal.MaxValue, scale = decimal.MaxValue;
        var end = -1;
        for (var position = Article(text, at) is { } next && Multiple(text, next) is not null ? next : at; ;)
        {
            var digits = Scan.At(text, position) is '.' or (>= '0' and <= '9');
            if ((digits ? DigitNumbers.Read(text, position) : Cardinal(text, position)) is not { } word || (!digits && TensOrdinal(text, word) is not null))
                break;
            var value = word.Value;
            if (digits || value < 100)
            {
                if (value >= room || (end >= 0 && (value == 0 || (digits && Multiple(text, Scan.Gap(text, word.End)) is null))))
                    break;
                group += value;
                room = !digits && value >= 20 ? 10 : 1;
            }
            else if (end < 0)
            {
                if (Multiple(text, position) is null)
                    break;
                (total, group, room, scale) = value == 100 ? (0, 100, 100, scale) : (value, 0, value, value);
            }
            else if (value == 100)
            {
                if (group is <= 0 or >= 100)
                    break;
                (group, room) = (group * 100, 100);
            }
            else if (group > 0 && group < NumberMatch.Largest && value < scale)
            {
                (total, group, room, scale) = (total + (group * value), 0, value, value);
            }
            else if (group == 0 && total is > 0 and < NumberMatch.Largest && value <= 1e7m)
            {
                (total, room) = (total * value, value);
            }
            else
            {
                break;
            }

            end = word.End;
            if (ands > 0 && Rest(text, end, room, ands - 1) is { } rest)
                return new(at, rest.End, total + group + rest.Value);
            position = Between(text, word, digits);
        }

        return end < 0 ? null : new(at, end, total + group);
    }

    /// <summary>What "and" adds, or a comma: "one thousand, two hundred".</summary>
    private static NumberMatch? Rest(string text, int end, decimal room, int ands)
    {
        if (room < 10)
            return null;
        var comma = room >= 1000 && char.IsAsciiLetter(text[end - 1]) && Scan.Has(text, end, ", ") && char.IsAsciiLetter(Scan.At(text, end + 2));
        return (comma ? end + 2 : Behind(text, end, "and")) is { } behind && Read(text, behind, ands) is { } rest
            && rest.Value > (comma ? 99 : 0) && rest.Value < room && rest.Value == decimal.Truncate(rest.Value) && !IsFraction(text, rest)
            ? rest
            : null;
    }

    /// <summary>The "three" of "one hundred and three quarters", but not the "thirty" of "one hundred and thirty fifths".</summary>
    private static bool IsFraction(string text, NumberMatch above) =>
        Denominator(text, Joint(text, above.End)) is { Match.Value: var below } && above.Value < below;

    // A hyphen joins "twenty-one" and "twelve-hundred", never two numbers.
    private static int Between(string text, NumberMatch word, bool digits)
    {
        var next = Joint(text, word.End);
        if (next == Scan.Gap(text, word.End) || Cardinal(text, next) is { Value: >= 100 })
            return next;
        return !digits && word.Value is >= 20 and < 100 && Cardinal(text, next) is { Value: < 10 } ? next : text.Length;
    }
}
