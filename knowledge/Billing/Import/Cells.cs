using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BillingBot.Knowledge.Articles.Import;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Knowledge.Billing.Import;

/// <summary>Reads the cells of a row as what they should be. An empty cell is null; what is wrong is noted, and null.</summary>
internal sealed partial class Cells(CsvRow row, ImportNotes notes)
{
    private const int LongestText = 200;
    private const int LongestLines = 4_000;
    private const int FirstYear = 2000;
    private const int LastYear = 2100;
    private const long LargestMinor = 100_000_000_000_000;
    private const decimal LargestNumber = 1_000_000_000_000m;
    private readonly int _before = notes.Rejections.Count;

    public int Line => row.Line;

    /// <summary>Something in the row, or in what was read since, was rejected.</summary>
    public bool Failed => notes.Rejections.Count > _before;

    public bool IsBlank(Column column) => string.IsNullOrWhiteSpace(row[column]);

    public string? Text(Column column, int longest = LongestText)
    {
        if (Blank(column))
        {
            return null;
        }

        var text = column.HasLines ? row[column].ReplaceLineEndings("\n").Trim(' ') : row[column].Trim(' ', '　');
        if (text.Length > (column.HasLines ? LongestLines : longest))
        {
            return Reject<string>(column, $"It has {text.Length:N0} characters.", $"Use at most {(column.HasLines ? LongestLines : longest):N0}.");
        }

        if (text.Any(letter => char.IsControl(letter) && letter != '\t' && !(column.HasLines && letter == '\n')))
        {
            return Reject<string>(column, "There is a line break or another control character in it.", "Remove it.");
        }

        if (FormulaText.Is(text))
        {
            notes.Warn(row.Line, row.Header.Name(column), "It begins like a spreadsheet formula. It is kept as text and never run.");
        }

        return text;
    }

    /// <summary>yyyy-MM-dd, yyyy/MM/dd or 2026年9月1日.</summary>
    public LocalDate? Date(Column column)
    {
        if (Folded(column) is not { } text)
        {
            return null;
        }

        var read = DateForm().Match(text);
        if (read.Success
            && Number(read, "y") is >= FirstYear and <= LastYear and var year
            && Number(read, "m") is >= 1 and <= 12 and var month
            && Number(read, "d") is >= 1 and var day
            && day <= CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return new LocalDate(year, month, day);
        }

        return Reject<LocalDate?>(column, "This is not a date.", "Write it as 2026-09-01, 2026/09/01 or 2026年9月1日.");
    }

    /// <summary>A moment in UTC or with its offset.</summary>
    public Instant? Moment(Column column)
    {
        if (Folded(column) is not { } text)
        {
            return null;
        }

        var read = OffsetDateTimePattern.ExtendedIso.Parse(text);
        return read.Success && read.Value.Year is >= FirstYear and <= LastYear
            ? read.Value.ToInstant()
            : Reject<Instant?>(column, "This is not a moment with its offset.", "Write it as 2026-09-01T00:00:00Z; Partner Center's times are UTC.");
    }

    /// <summary>Money in minor units, never rounded.</summary>
    public long? Amount(Column column, string currency)
    {
        if (Number(column) is not { } number)
        {
            return null;
        }

        var decimals = Iso4217.Decimals(currency) ?? 0;
        return number.Scale > decimals || Money.FromMajor(number, currency) is not { } money
            ? Reject<long?>(
                column,
                decimals == 0 ? $"{currency} has no decimals." : $"{currency} has {decimals} decimals.",
                "Write the amount in the currency's main unit with no more decimals than it has.")
            : Math.Abs(money.Minor) > LargestMinor
                ? Reject<long?>(column, "The amount is too large.", "Write it in the currency's main unit.")
                : money.Minor;
    }

    /// <summary>"1,200.50", "１２０，０００".</summary>
    public decimal? Number(Column column)
    {
        if (Folded(column) is not { } text)
        {
            return null;
        }

        var plain = text.Replace('−', '-');
        return NumberForm().IsMatch(plain)
            && decimal.TryParse(plain.Replace(",", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) < LargestNumber
                ? number
                : Reject<decimal?>(
                    column,
                    "This is not a number.",
                    "Write 1200.50 or 1,200.50, with a minus before it where needed; no currency sign, the currency has a column of its own.");
    }

    public int? Whole(Column column) => Number(column) switch
    {
        null => null,
        >= 0 and <= int.MaxValue and var number when decimal.IsInteger(number) => (int)number,
        _ => Reject<int?>(column, "This is not a whole number from 0 on.", "Write digits only."),
    };

    public bool? YesNo(Column column) => Folded(column)?.ToUpperInvariant() switch
    {
        null => null,
        "YES" or "TRUE" or "Y" or "1" or "はい" or "○" or "有" => true,
        "NO" or "FALSE" or "N" or "0" or "いいえ" or "×" or "無" => false,
        _ => Reject<bool?>(column, "This is neither yes nor no.", "Write yes or no."),
    };

    /// <summary>A value's name in any case, with or without hyphens.</summary>
    public TEnum? Choice<TEnum>(Column column) where TEnum : struct, Enum
    {
        if (Folded(column) is not { } text)
        {
            return null;
        }

        var name = string.Concat(text.Where(char.IsLetterOrDigit));
        return !char.IsDigit(name.FirstOrDefault('0')) && Enum.TryParse<TEnum>(name, ignoreCase: true, out var value)
            ? value
            : Reject<TEnum?>(column, "This is not one of the values.", $"Write one of: {KebabNames<TEnum>.All}.");
    }

    public string? Currency(Column column) => Text(column, 3) is not { } code ? null
        : Iso4217.Decimals(code) is not null ? code
        : Reject<string>(column, "There is no such currency.", "Write its ISO 4217 code in capitals, for example USD or JPY.");

    /// <summary>One of a few words.</summary>
    public string? OneOf(Column column, params string[] words) => Folded(column) is not { } text ? null
        : words.Contains(text, StringComparer.Ordinal) ? text
        : Reject<string>(column, "This is not one of the values.", $"Write one of: {string.Join(", ", words)}.");

    /// <returns>Nothing, so that it can stand for the value.</returns>
    public T? Reject<T>(Column column, string reason, string mend)
    {
        notes.Reject(row.Line, row.Header.Name(column), row[column], reason, mend);
        return default;
    }

    public void Reject(Column column, string reason, string mend) => Reject<object>(column, reason, mend);

    /// <summary>Half-width letters and digits, no spaces around.</summary>
    private string? Folded(Column column) => Blank(column) ? null : row[column].Normalize(NormalizationForm.FormKC).Trim();

    private bool Blank(Column column)
    {
        if (!IsBlank(column))
        {
            return false;
        }

        if (column.IsRequired)
        {
            Reject(column, "The cell is empty.", "Fill it in.");
        }

        return true;
    }

    private static int Number(Match match, string part) => int.Parse(match.Groups[part].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?:(?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2})|(?<y>[0-9]{4})/(?<m>[0-9]{1,2})/(?<d>[0-9]{1,2})|(?<y>[0-9]{4})年(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日)$",
        RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex DateForm();

    [GeneratedRegex("^-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]+)?$", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex NumberForm();
}
