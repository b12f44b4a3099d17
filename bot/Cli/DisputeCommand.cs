using System.CommandLine;
using BillingBot.Knowledge.Billing.Invoices;

namespace BillingBot.Cli;

/// <summary><c>dispute close INV --resolution TEXT</c>: the collections clock of the invoice goes on.</summary>
internal static class DisputeCommand
{
    public static Command Create(StaffTerminal terminal)
    {
        var number = new Argument<string>("invoice") { Description = "The invoice's number." };
        var resolution = new Option<string>("--resolution") { Description = "What was decided.", Required = true };
        var close = new Command("close", "Settle what a customer says is not right with an invoice.") { number, resolution };
        terminal.ToAct(close, async (parsed, member, cancellationToken) =>
        {
            var text = parsed.GetRequiredValue(resolution);
            if (string.IsNullOrWhiteSpace(text))
            {
                return await StaffTerminal.FailAsync(parsed, "--resolution is empty. Say what was decided.");
            }

            var desk = terminal.Services.GetRequiredService<DisputeDesk>();
            if (await desk.CloseAsync(parsed.GetRequiredValue(number), text, member, cancellationToken) is not { } closed)
            {
                return await StaffTerminal.FailAsync(parsed, $"{parsed.GetValue(number)} has no open dispute, or is not the number of an invoice.");
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync($"The dispute of {closed} is closed; the days count again from now.");
            return 0;
        });
        return new Command("dispute", "Disputed invoices.") { close };
    }
}
