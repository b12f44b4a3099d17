using System.CommandLine;
using System.Globalization;
using BillingBot.Knowledge.Billing.Import;
using BillingBot.Startup;

namespace BillingBot.Cli;

/// <summary><c>import invoices FILE.csv</c>: exit code 0 when everything was taken, 1 when something was rejected.</summary>
internal static class ImportCommand
{
    private const int ToldLines = 100;
    private const int Stopped = 130;
    private const string Auto = "auto";
    private const string Utf8 = "utf-8";
    private const string ShiftJis = "shift_jis";

    public static Command Create(IServiceProvider services)
    {
        var kind = new Argument<string>("kind") { Description = "What the file holds." };
        kind.AcceptOnlyFromAmong([.. ImportKinds.Names]);
        var file = new Argument<string>("file") { Description = "A CSV file; its columns are described in bot/Cli/README.md." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Check everything, write nothing." };
        var partial = new Option<bool>("--partial") { Description = "Import what is good although something is rejected." };
        var encoding = new Option<string>("--encoding") { Description = "How the letters are stored.", DefaultValueFactory = _ => Auto };
        encoding.AcceptOnlyFromAmong(Auto, Utf8, ShiftJis);
        var command = new Command("import", "Import a CSV file into the bot's database; the bot may be running.") { kind, file, dryRun, partial, encoding };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            services,
            parsed.GetRequiredValue(kind),
            CallerFolder.Find(parsed.GetRequiredValue(file)),
            new ImportSettings(Path.GetFileName(parsed.GetRequiredValue(file)), Environment.UserName)
            {
                DryRun = parsed.GetValue(dryRun),
                Partial = parsed.GetValue(partial),
                Encoding = parsed.GetValue(encoding) switch
                {
                    Utf8 => ImportEncoding.Utf8,
                    ShiftJis => ImportEncoding.ShiftJis,
                    _ => ImportEncoding.Auto,
                },
            },
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        IServiceProvider services,
        string kindName,
        string path,
        ImportSettings settings,
        TextWriter output,
        TextWriter errors,
        CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            await services.GetRequiredService<DatabasePreparation>().PrepareAsync(cancellationToken);
            var kind = ImportKinds.TryParse(kindName, out var known) ? known : throw new ArgumentOutOfRangeException(nameof(kindName));
            using var progress = new ProgressLine(errors, !System.Console.IsErrorRedirected);
            var report = await services.GetRequiredService<Importer>().ImportAsync(kind, file, settings, progress, cancellationToken);
            progress.Dispose();
            await output.WriteAsync(report.ToText(ToldLines));
            return report.IsClean ? 0 : await TellRejectsAsync(path, report, output, cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"{path} cannot be read: {unreadable.Message} Check the path and your rights to it.");
            return 1;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await errors.WriteLineAsync("Stopped. Nothing was imported.");
            return Stopped;
        }
    }

    private static async Task<int> TellRejectsAsync(
        string path, ImportReport report, TextWriter output, CancellationToken cancellationToken)
    {
        var rejects = string.Create(CultureInfo.InvariantCulture, $"{path}.rejected.csv");
        try
        {
            await RejectsFile.WriteAsync(rejects, report.Rejections, cancellationToken);
            await output.WriteLineAsync($"Every rejection is in {rejects}.");
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync($"{rejects} could not be written: {unwritable.Message}");
            await output.WriteAsync(report.ToText());
        }

        return 1;
    }
}
