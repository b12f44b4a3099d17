using System.CommandLine;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Cli;

/// <summary><c>ledger pay</c>.</summary>
internal static class LedgerPayCommand
{
    public static Command Create(StaffTerminal terminal)
    {
        var number = new Argument<string>("number") { Description = "The invoice's number." };
        var paidOn = new Option<string>("--on") { Description = "The day of payment, 2026-11-02. Default: today in UTC." };
        var reference = new Option<string>("--reference") { Description = "Of our payment." };
        var command = new Command("pay", "Note that we have paid an invoice. Microsoft shows it within 5 working days.") { number, paidOn, reference };
        terminal.ToAct(command, async (parsed, member, cancellationToken) =>
        {
            var invoices = LedgerCommand.Invoices(terminal);
            var day = parsed.GetValue(paidOn) is { } text ? LocalDatePattern.Iso.Parse(text) : NodaTime.Text.ParseResult<LocalDate>.ForValue(invoices.Today);
            return day.Success
                ? await LedgerWords.TellAsync(
                    parsed,
                    await invoices.PayAsync(parsed.GetRequiredValue(number), day.Value, parsed.GetValue(reference), member, cancellationToken))
                : await StaffTerminal.FailAsync(parsed, $"--on '{parsed.GetValue(paidOn)}' is not a date. Write it as 2026-11-02.");
        });
        return command;
    }
}
