using System.CommandLine;
using System.Globalization;
using BillingBot.Knowledge.Billing.ProviderLedger;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Cli;

/// <summary>Tells what became of a command about the ledger.</summary>
internal static class LedgerWords
{
    /// <returns>The exit code.</returns>
    public static async Task<int> TellAsync(ParseResult parsed, LedgerOutcome outcome)
    {
        switch (outcome)
        {
            case LedgerOutcome.Taken taken:
                foreach (var invoice in taken.Invoices)
                {
                    await parsed.InvocationConfiguration.Output.WriteLineAsync(
                        $"{invoice.Number}: due {Date(invoice.DueOn)}{(invoice.PaidOn is { } paid ? $", paid {Date(paid)}" : "")}");
                }

                await parsed.InvocationConfiguration.Output.WriteLineAsync(
                    $"{taken.Invoices.Count} recorded, {taken.Known} known already.");
                return 0;
            case LedgerOutcome.Rejected rejected:
                return await StaffTerminal.FailAsync(
                    parsed, string.Join(Environment.NewLine, [.. rejected.Problems, "Nothing was recorded."]));
            default:
                throw new InvalidOperationException($"No case for {outcome.GetType().Name}.");
        }
    }

    public static string Line(ProviderInvoicePosition position)
    {
        var invoice = position.Invoice;
        return TerminalLines.Plain(string.Create(
            CultureInfo.InvariantCulture,
            $"{invoice.Number,-14} {invoice.Currency} {invoice.Amount.Major,14:N2}  {position.Status,-14}  issued {Date(invoice.IssuedOn)}, due {Date(invoice.DueOn)}, account suspended from {Date(position.SuspensionOn)}{(invoice.PaidOn is { } paid ? $", paid {Date(paid)} {invoice.PaymentReference}" : "")}{(invoice.Notes is { } notes ? $"  {notes}" : "")}"));
    }

    private static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
