using System.Text;

namespace BillingBot.Knowledge.Billing.Invoices;

/// <summary>Compares invoice numbers as people write them.</summary>
public static class InvoiceNumbers
{
    /// <summary>Letters and digits only, half-width, upper case: "inv 2026－０１４２" and "INV-2026-0142" are the same.</summary>
    public static string Key(string number) => string.Concat(
        number.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant));
}
