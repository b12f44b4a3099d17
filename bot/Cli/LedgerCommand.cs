using System.CommandLine;
using BillingBot.Knowledge.Billing.ProviderLedger;

namespace BillingBot.Cli;

/// <summary><c>ledger ...</c>: what we owe Microsoft. For staff only; no customer ever sees it.</summary>
internal static class LedgerCommand
{
    public static Command Create(StaffTerminal terminal) => new("ledger", "Microsoft's invoices to us. For staff only.")
    {
        Add(terminal), LedgerPayCommand.Create(terminal), LedgerListCommand.Create(terminal), Import(terminal),
    };

    private static Command Add(StaffTerminal terminal)
    {
        var number = new Argument<string>("number") { Description = "D... (legacy) or G... (new commerce)." };
        var issued = new Option<string>("--issued") { Description = "The invoice date, 2026-09-08.", Required = true };
        var amount = new Option<string>("--amount") { Description = "1200.50", Required = true };
        var currency = new Option<string>("--currency") { Description = "ISO 4217, such as USD.", Required = true };
        var from = new Option<string>("--from") { Description = "First day invoiced." };
        var to = new Option<string>("--to") { Description = "Last day invoiced." };
        var due = new Option<string>("--due") { Description = "Default: 60 days after the invoice date." };
        var notes = new Option<string>("--notes") { Description = "For us." };
        var command = new Command("add", "Enter an invoice.") { number, issued, amount, currency, from, to, due, notes };
        terminal.ToAct(command, async (parsed, member, cancellationToken) =>
        {
            var fields = new ProviderInvoiceFields
            {
                Number = parsed.GetValue(number),
                IssuedOn = parsed.GetValue(issued),
                Amount = parsed.GetValue(amount),
                Currency = parsed.GetValue(currency),
                PeriodStart = parsed.GetValue(from),
                PeriodEnd = parsed.GetValue(to),
                DueOn = parsed.GetValue(due),
                Notes = parsed.GetValue(notes),
            };
            return await LedgerWords.TellAsync(parsed, await Invoices(terminal).AddAsync([new("", fields)], member, cancellationToken));
        });
        return command;
    }

    private static Command Import(StaffTerminal terminal)
    {
        var file = new Argument<string>("file") { Description = "CSV with number, issued, amount, currency; periodStart, periodEnd, due, paid, reference, notes where known." };
        var command = new Command("import", "Enter the invoices of a CSV file, all or none.") { file };
        terminal.ToAct(command, async (parsed, member, cancellationToken) =>
        {
            var path = CallerFolder.Find(parsed.GetRequiredValue(file));
            try
            {
                await using var content = File.OpenRead(path);
                var rows = await LedgerFile.ReadAsync(content, cancellationToken);
                return await LedgerWords.TellAsync(parsed, await Invoices(terminal).AddAsync(rows, member, cancellationToken));
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or FormatException)
            {
                return await StaffTerminal.FailAsync(parsed, $"{path}: {unreadable.Message} Nothing was entered.");
            }
        });
        return command;
    }

    internal static ProviderInvoices Invoices(StaffTerminal terminal) => terminal.Services.GetRequiredService<ProviderInvoices>();
}
