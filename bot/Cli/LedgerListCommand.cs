using System.CommandLine;

namespace BillingBot.Cli;

/// <summary><c>ledger list</c>.</summary>
internal static class LedgerListCommand
{
    public static Command Create(StaffTerminal terminal)
    {
        var all = new Option<bool>("--all") { Description = "Also what is paid." };
        var command = new Command("list", "What we owe Microsoft, the most urgent first.") { all };
        terminal.ToLook(command, async (parsed, _, cancellationToken) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var positions = await LedgerCommand.Invoices(terminal).ListAsync(parsed.GetValue(all), cancellationToken);
            foreach (var line in positions.Select(LedgerWords.Line).DefaultIfEmpty("Nothing."))
            {
                await output.WriteLineAsync(line);
            }

            return 0;
        });
        return command;
    }
}
