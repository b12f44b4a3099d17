using System.CommandLine;
using BillingBot.Knowledge.Storage;

namespace BillingBot.Cli;

/// <summary><c>migrate</c>: brings the database up to this release, once, before its bots are started.</summary>
internal static class MigrateCommand
{
    public static Command Create(IServiceProvider services)
    {
        var command = new Command("migrate", "Bring the bot's database up to this release. Nothing happens to one that is.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var done = await services.GetRequiredService<DbMigrator>().MigrateAsync(cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                done.Count == 0 ? "The database is up to date." : $"Applied {string.Join(", ", done)}. The database is up to date.");
            return 0;
        });
        return command;
    }
}
