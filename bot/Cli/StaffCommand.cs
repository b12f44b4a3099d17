using System.CommandLine;
using BillingBot.Console;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Cli;

/// <summary><c>staff tasks</c>, <c>staff done</c>, <c>staff audit</c>.</summary>
internal static class StaffCommand
{
    private const int MostEntries = 200;

    public static Command Create(StaffTerminal terminal) => new("staff", "What waits for staff, and who did what.")
    {
        Tasks(terminal), Done(terminal), Audit(terminal),
    };

    private static Command Tasks(StaffTerminal terminal)
    {
        var all = new Option<bool>("--all") { Description = "Also what is done." };
        var language = new Option<string>("--language") { Description = "en or ja. Default: the terminal's." };
        language.AcceptOnlyFromAmong("en", "ja");
        var command = new Command("tasks", "What waits, the oldest first.") { all, language };
        terminal.ToLook(command, async (parsed, db, cancellationToken) =>
        {
            var wantsAll = parsed.GetValue(all);
            var tasks = await TaskDesk.ListAsync(
                db, db.StaffTasks.Where(task => wantsAll || task.DoneAt == null).OrderBy(task => task.Id), cancellationToken);
            await using var reader = terminal.Services.CreateAsyncScope();
            reader.ServiceProvider.GetRequiredService<StaffLanguage>().Use(parsed.GetValue(language) ?? terminal.Language.Code);
            foreach (var line in reader.ServiceProvider.GetRequiredService<TaskLines>().Of(tasks))
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(line);
            }

            return 0;
        });
        return command;
    }

    private static Command Done(StaffTerminal terminal)
    {
        var id = new Argument<long>("id") { Description = "The task's number." };
        var command = new Command("done", "Close a task. It changes nothing else.") { id };
        terminal.ToAct(command, async (parsed, member, cancellationToken) =>
        {
            var number = parsed.GetValue(id);
            var done = await terminal.Services.GetRequiredService<DbWriter>().CommitAsync(
                (db, token) => StaffTasks.CloseAsync(db, number, member.Actor, terminal.Services.GetRequiredService<IClock>().GetCurrentInstant(), token),
                cancellationToken);
            if (!done)
            {
                return await StaffTerminal.FailAsync(parsed, $"There is no open task {number}. See: staff tasks");
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync($"Task {number} is done.");
            return 0;
        });
        return command;
    }

    private static Command Audit(StaffTerminal terminal)
    {
        var customer = new Option<string>("--customer") { Description = "The customer's id. Default: everything." };
        var command = new Command("audit", $"The last {MostEntries} entries, the oldest first.") { customer };
        terminal.ToLook(command, async (parsed, db, cancellationToken) =>
        {
            var id = parsed.GetValue(customer);
            var entries = await db.Audit.Where(entry => id == null || entry.CustomerId == id)
                .OrderByDescending(entry => entry.Id).Take(MostEntries).ToListAsync(cancellationToken);
            foreach (var line in Enumerable.Reverse(entries).Select(TerminalLines.Line).DefaultIfEmpty("Nothing."))
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(line);
            }

            return 0;
        });
        return command;
    }
}
