using System.CommandLine;
using System.Globalization;
using BillingBot.Knowledge.Staff;

namespace BillingBot.Cli;

/// <summary>
/// Where a member of staff types a command. Whoever may run the command on this machine is trusted; who it was is the
/// operating-system account, and the name they give is a label.
/// </summary>
/// <param name="Services">The bot's.</param>
/// <param name="Account">The operating-system account.</param>
/// <param name="Input">Where answers to questions come from.</param>
internal sealed record StaffTerminal(IServiceProvider Services, string Account, TextReader Input)
{
    public static StaffTerminal Here(IServiceProvider services) => new(services, Environment.UserName, Console.In);

    public static Option<string> ByOption() =>
        new("--by") { Description = "Your name, for the audit. Default: the operating-system account." };

    /// <summary>Does something as the member of staff; a name that is none ends the command.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> AsAsync(ParseResult parsed, Option<string> by, Func<StaffMember, TextWriter, Task<int>> work)
    {
        var member = new StaffMember(Account, (parsed.GetValue(by) ?? Account).Trim());
        return member.NameProblem is { } problem
            ? await FailAsync(parsed, $"--by cannot be used: {problem}. Run the command from your own account, with your own name.")
            : await work(member, parsed.InvocationConfiguration.Output);
    }

    /// <returns>The exit code of a failure.</returns>
    public static async Task<int> FailAsync(ParseResult parsed, string problem)
    {
        await parsed.InvocationConfiguration.Error.WriteLineAsync(problem);
        return 1;
    }

    /// <returns>False unless the answer is yes.</returns>
    public async Task<bool> ConfirmAsync(TextWriter output, string question, CancellationToken cancellationToken)
    {
        await output.WriteAsync($"{question} [y/N] ");
        var answer = await Input.ReadLineAsync(cancellationToken);
        return answer?.Trim().ToUpper(CultureInfo.InvariantCulture) is "Y" or "YES";
    }
}
