using System.CommandLine;
using System.Globalization;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Storage;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Cli;

/// <summary><c>archive --before 2025-01-01 --to FILE</c>: exit code 0 when it is done, 1 when the file cannot be written, 130 when stopped.</summary>
internal static class ArchiveCommand
{
    private const int Stopped = 130;

    public static Command Create(IServiceProvider services)
    {
        var before = new Option<string>("--before") { Description = "A date in UTC, such as 2025-01-01: conversations in which nothing was said since.", Required = true };
        var to = new Option<string>("--to") { Description = "A new file: one JSON object a line and conversation.", Required = true };
        before.Validators.Add(result =>
        {
            if (!LocalDatePattern.Iso.Parse(result.GetValueOrDefault<string>() ?? "").Success)
            {
                result.AddError("--before takes a date such as 2025-01-01.");
            }
        });
        var command = new Command("archive", "Move what was said long ago out of the database into a file; the bot may be running.") { before, to };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            services,
            LocalDatePattern.Iso.Parse(parsed.GetRequiredValue(before)).Value.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(),
            CallerFolder.ForWriting(parsed.GetRequiredValue(to)),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        IServiceProvider services, Instant before, string path, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        try
        {
            await services.GetRequiredService<DbMigrator>().EnsureCurrentAsync(cancellationToken);
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            var (conversations, messages) = await services.GetRequiredService<ConversationArchive>().MoveAsync(before, file, cancellationToken);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{messages:N0} messages of {conversations:N0} conversations are in {path}, and no longer in the database."));
            return 0;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"{path} cannot be written: {unwritable.Message} Name a file that is not there yet. What was written before is out of the database.");
            return 1;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await errors.WriteLineAsync($"Stopped. What is in {path} may still be in the database in part; keep the file, and name another one next time.");
            return Stopped;
        }
    }
}
