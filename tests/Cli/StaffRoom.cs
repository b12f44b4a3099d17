using BillingBot.Cli;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Cli;

/// <summary>Types commands beside a running bot, from the account of whoever types.</summary>
internal static class StaffRoom
{
    /// <param name="bot">Its database and clock are the command's.</param>
    /// <param name="account">The operating-system account.</param>
    /// <param name="command">As typed.</param>
    /// <param name="answer">What is typed when the command asks.</param>
    public static async Task<StaffSaw> TypesAsync(this BotHost bot, string account, string command, string answer = "")
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var terminal = new StaffTerminal(bot.Services, account, new StringReader(answer));
        var exitCode = await CommandLine.Root(terminal).Parse(command).InvokeAsync(
            new() { Output = output, Error = errors, EnableDefaultExceptionHandler = false }, TestContext.Current.CancellationToken);
        return new(exitCode, output.ToString(), errors.ToString());
    }
}
