using System.Text;
using System.Text.RegularExpressions;
using NodaTime;

namespace BillingBot.Recognizers.English;

/// <summary>
/// The query as the grammar reads it: lower case, full-width letters and digits narrowed, curly quotes and dashes
/// straightened, spelt numbers in digits, each character at its old index. Rules try a pattern at one place only (<c>\G</c>), so that the
/// whole reading stays linear in the length of the query.
/// </summary>
internal sealed class EnglishText(string query, LocalDateTime reference)
{
    private readonly Dictionary<(Delegate Rule, int At), object?> _read = [];

    public string Text { get; } = EnglishNumerals.ToDigits(Fold(query));

    public LocalDateTime Reference => reference;

    public LocalDate Today => reference.Date;

    public Match? At(Regex pattern, int at) => pattern.Match(Text, at) is { Success: true } match ? match : null;

    /// <summary>What a rule reads at a place, remembered: many longer rules begin with the same shorter one.</summary>
    public Read<T>? Once<T>(Func<EnglishText, int, Read<T>?> rule, int at)
    {
        if (!_read.TryGetValue((rule, at), out var read))
            _read[(rule, at)] = read = rule(this, at);
        return (Read<T>?)read;
    }

    /// <summary>The longest of what the rules read; the earlier rule wins a tie.</summary>
    public Read<T>? Longest<T>(int at, ReadOnlySpan<Func<EnglishText, int, Read<T>?>> rules)
    {
        Read<T>? longest = null;
        foreach (var rule in rules)
        {
            if (rule(this, at) is { } read && read.End > (longest?.End ?? at))
                longest = read;
        }

        return longest;
    }

    public static string Fold(string query)
    {
        var folded = new StringBuilder(query.Length);
        foreach (var character in query)
            folded.Append(Fold(character));
        return folded.ToString();
    }

    private static char Fold(char character) => character switch
    {
        >= 'A' and <= 'Z' => (char)(character + 32),
        < '\u00A0' => character,
        '\u00A0' or '\u202F' or '\u3000' => ' ',
        '\u2018' or '\u2019' => '\'',
        >= '\u2010' and <= '\u2015' or '\u2212' or '\u301C' => '-',
        '\uFFE5' => '\u00A5',
        '\uFFE1' => '\u00A3',
        >= '\uFF01' and <= '\uFF5E' => Fold((char)(character - 0xFEE0)),
        _ => char.ToLowerInvariant(character),
    };
}
