using System.CommandLine;
using System.Globalization;
using BillingBot.Conversation;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Startup;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Cli;

/// <summary>
/// Where a member of staff types a command. Whoever may run the command on this machine is trusted; who it was is the
/// operating-system account, and the name they give is a label.
/// </summary>
/// <param name="Services">The bot's, not started.</param>
/// <param name="Account">The operating-system account.</param>
/// <param name="Input">Where answers to questions come from.</param>
internal sealed record StaffTerminal(IServiceProvider Services, string Account, TextReader Input)
{
    /// <summary>In which the reader is told what the console tells in it, unless they ask for another.</summary>
    public Language Language { get; init; } = Language.English;

    public static StaffTerminal Here(IServiceProvider services) => new(services, Environment.UserName, System.Console.In)
    {
        Language = Language.FromLocale(CultureInfo.CurrentUICulture.Name) ?? Language.English,
    };

    private static Option<string> ByOption() =>
        new("--by") { Description = "Your name, for the audit. Default: the operating-system account." };

    /// <returns>The exit code of a failure.</returns>
    public static async Task<int> FailAsync(ParseResult parsed, string problem)
    {
        await parsed.InvocationConfiguration.Error.WriteLineAsync(problem);
        return 1;
    }

    /// <summary>Lets the command look.</summary>
    public void ToLook(Command command, Func<ParseResult, BillingDb, CancellationToken, Task<int>> look) =>
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await Services.GetRequiredService<DatabasePreparation>().PrepareAsync(cancellationToken);
            await using var db = await Services.GetRequiredService<IDbContextFactory<BillingDb>>().CreateDbContextAsync(cancellationToken);
            return await look(parsed, db, cancellationToken);
        });

    /// <summary>Lets the command act as the member of staff who types it; a name that cannot be used ends it.</summary>
    public void ToAct(Command command, Func<ParseResult, StaffMember, CancellationToken, Task<int>> act)
    {
        var by = ByOption();
        command.Add(by);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var member = new StaffMember(Account, (parsed.GetValue(by) ?? Account).Trim());
            if (member.NameProblem is { } problem)
            {
                return await FailAsync(parsed, $"--by cannot be used: {problem}. Run the command from your own account, with your own name.");
            }

            await Services.GetRequiredService<DatabasePreparation>().PrepareAsync(cancellationToken);
            return await act(parsed, member, cancellationToken);
        });
    }

    /// <returns>False unless the answer is yes.</returns>
    public async Task<bool> ConfirmAsync(ParseResult parsed, string question, CancellationToken cancellationToken)
    {
        await parsed.InvocationConfiguration.Output.WriteAsync($"{question} [y/N] ");
        var answer = await Input.ReadLineAsync(cancellationToken);
        return answer?.Trim().ToUpper(CultureInfo.InvariantCulture) is "Y" or "YES";
    }
}
