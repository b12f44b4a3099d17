using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Knowledge.Billing.ProviderLedger;

/// <summary>Reads what was typed of an invoice, and says everything that is wrong with it at once.</summary>
public sealed class ProviderInvoiceReader
{
    private const int LongestNumber = 40;
    private const int LongestText = 500;
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    /// <returns>Null when there are <see cref="Problems"/>.</returns>
    public ProviderInvoice? Read(ProviderInvoiceFields fields)
    {
        var number = Number(fields.Number);
        var issued = Date("Issued", fields.IssuedOn, isRequired: true);
        var due = Date("Due", fields.DueOn);
        var (start, end) = (Date("PeriodStart", fields.PeriodStart), Date("PeriodEnd", fields.PeriodEnd));
        var currency = Currency(fields.Currency);
        var amount = Amount(fields.Amount, currency);
        var invoice = new ProviderInvoice
        {
            Number = number,
            PeriodStart = start,
            PeriodEnd = end,
            IssuedOn = issued ?? default,
            DueOn = due ?? (issued ?? default).PlusDays(ProviderInvoicePosition.TermDays),
            Currency = currency ?? "",
            AmountMinor = amount?.Minor ?? 0,
            PaidOn = Date("Paid", fields.PaidOn),
            PaymentReference = Text("Reference", fields.Reference),
            Notes = Text("Notes", fields.Notes),
        };
        Check(start is null == end is null && !(end < start), "PeriodStart and PeriodEnd: give both, the earlier first.");
        Check(!(due < issued), "Due is before Issued.");
        Check(!(invoice.PaidOn < issued), "Paid is before Issued.");
        return _problems.Count == 0 ? invoice : null;
    }

    /// <summary>As it is stored.</summary>
    public static string NumberKey(string number) => number.Normalize(NormalizationForm.FormKC).Trim().ToUpperInvariant();

    private string Number(string? text)
    {
        var number = NumberKey(text ?? "");
        Check(
            number is ['D' or 'G', _, ..] && number.Length <= LongestNumber && number.All(char.IsAsciiLetterOrDigit),
            $"Number '{text}': Microsoft's invoice numbers begin with D (legacy) or G (new commerce), then letters and digits.");
        return number;
    }

    private LocalDate? Date(string name, string? text, bool isRequired = false)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Check(!isRequired, $"{name} is missing. Write it as 2026-09-08.");
            return null;
        }

        var read = LocalDatePattern.Iso.Parse(text.Normalize(NormalizationForm.FormKC).Trim().Replace('/', '-'));
        var isGood = read.Success && read.Value.Year is >= 2000 and <= 2100;
        Check(isGood, $"{name} '{text}' is not a date. Write it as 2026-09-08.");
        return isGood ? read.Value : null;
    }

    private string? Currency(string? text)
    {
        var code = (text ?? "").Trim().ToUpperInvariant();
        var isGood = Iso4217.Decimals(code) is not null;
        Check(isGood, $"Currency '{text}' is not known. Write its ISO 4217 code, such as USD or JPY.");
        return isGood ? code : null;
    }

    private Money? Amount(string? text, string? currency)
    {
        var isNumber = decimal.TryParse(
            (text ?? "").Normalize(NormalizationForm.FormKC), NumberStyles.Number, CultureInfo.InvariantCulture, out var major) && major > 0;
        Check(isNumber, $"Amount '{text}' is not an amount above zero. Write 1200.50 or 1,200.50, without a currency sign.");
        if (!isNumber || currency is null)
        {
            return null;
        }

        var money = Money.FromMajor(major, currency);
        Check(money is not null, string.Create(
            CultureInfo.InvariantCulture, $"Amount '{text}' is too large, or has more than the {Iso4217.Decimals(currency)} decimals of {currency}."));
        return money;
    }

    private string? Text(string name, string? text)
    {
        Check(text is not { Length: > LongestText }, $"{name} has more than {LongestText} characters.");
        Check(text?.Any(char.IsControl) is not true, $"{name} has a line break or another control character in it.");
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    private void Check(bool isGood, string problem)
    {
        if (!isGood)
        {
            _problems.Add(problem);
        }
    }
}
