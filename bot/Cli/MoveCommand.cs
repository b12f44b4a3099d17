using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Storage.Moving;
using Microsoft.Extensions.Options;

namespace BillingBot.Cli;

/// <summary><c>move-to-postgresql</c>: exit code 0 when everything was moved, 1 when nothing was, 130 when stopped.</summary>
internal static class MoveCommand
{
    private const int Stopped = 130;

    public static Command Create(IServiceProvider services)
    {
        var from = new Option<string>("--from") { Description = "The SQLite file. Stop its bot first.", Required = true };
        var to = new Option<string>("--to") { Description = "Connection string of an empty PostgreSQL database. Default, which keeps a password off the command line: ConnectionStrings:BillingBot where Database:Provider is PostgreSql." };
        var command = new Command("move-to-postgresql", "Copy an SQLite installation to PostgreSQL, compare every row, and only then commit.") { from, to };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed,
            CallerFolder.Find(parsed.GetRequiredValue(from)),
            parsed.GetValue(to) ?? Configured(services.GetRequiredService<IOptions<StorageOptions>>().Value),
            cancellationToken));
        return command;
    }

    private static string? Configured(StorageOptions options) => options.Kind == DatabaseProvider.PostgreSql ? options.ConnectionString : null;

    private static async Task<int> RunAsync(ParseResult parsed, string from, string? to, CancellationToken cancellationToken)
    {
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        try
        {
            using var progress = new ProgressLine(errors, !System.Console.IsErrorRedirected);
            var moved = await DatabaseMove.RunAsync(from, to ?? "", progress, cancellationToken);
            progress.Dispose();
            foreach (var table in moved)
            {
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{table.Name,-22} {table.Rows,12:N0} rows, the same  {table.Checksum[..16]}"));
            }

            await output.WriteLineAsync("Everything is in PostgreSQL. Start the bot with Database:Provider=PostgreSql and this database in ConnectionStrings:BillingBot; keep the file until you are content.");
            return 0;
        }
        catch (MoveRefusedException refused)
        {
            await errors.WriteLineAsync(refused.Message);
            return 1;
        }
        catch (Exception failure) when (failure is DbException or { InnerException: DbException } && !cancellationToken.IsCancellationRequested)
        {
            await errors.WriteLineAsync($"Nothing was moved: {(failure as DbException ?? failure.InnerException)!.Message} Check that PostgreSQL is there and that its user owns the database, then give the command again.");
            return 1;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await errors.WriteLineAsync("Stopped. Nothing was moved.");
            return Stopped;
        }
    }
}
