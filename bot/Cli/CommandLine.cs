using System.CommandLine;
using Microsoft.Extensions.Logging.Console;

namespace BillingBot.Cli;

/// <summary>The verbs. Without one the program is the bot, and its arguments are ASP.NET Core's settings.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);
    private static readonly string[] Help = ["-h", "-?", "--help", "--version"];

    /// <summary>Settings are written <c>--Key=value</c>, <c>--Key value</c>, <c>/Key value</c> or <c>Key=value</c>.</summary>
    public static bool IsCommand(string[] args) => args is [var first, ..]
        && (Help.Contains(first, StringComparer.Ordinal)
            || !(first.StartsWith('-') || first.StartsWith('/') || first.Contains('=', StringComparison.Ordinal)));

    /// <summary>What is logged goes to the error output, and only what is wrong.</summary>
    public static void KeepOutputForTheCommand(this ILoggingBuilder logging)
    {
        logging.SetMinimumLevel(LogLevel.Warning).AddFilter(level => level >= LogLevel.Warning);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    /// <param name="services">The bot's, not started.</param>
    /// <param name="args">The verb and what follows.</param>
    /// <returns>The process's exit code.</returns>
    public static Task<int> RunAsync(IServiceProvider services, string[] args) => Root(StaffTerminal.Here(services)).Parse(args).InvokeAsync(
        new InvocationConfiguration { ProcessTerminationTimeout = TimeToStop, EnableDefaultExceptionHandler = false });

    internal static RootCommand Root(StaffTerminal terminal) =>
        new("BillingBot. Without a command it runs the bot; settings may follow as --Section:Key=value.")
        {
            ImportCommand.Create(terminal.Services),
            EvaluateCommand.Create(terminal.Services),
            StaffCommand.Create(terminal),
            SuspensionCommand.Create(terminal),
            DisputeCommand.Create(terminal),
            LedgerCommand.Create(terminal),
            ArchiveCommand.Create(terminal.Services),
            MigrateCommand.Create(terminal.Services),
            MoveCommand.Create(terminal.Services),
            TrainCommand.Create(terminal.Services),
        };
}
