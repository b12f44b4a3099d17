using System.CommandLine;
using BillingBot.Knowledge.Billing.Suspensions;
using BillingBot.Knowledge.Staff;

namespace BillingBot.Cli;

/// <summary><c>suspension ...</c>: request, decide, confirm and look. The running bot carries out what was approved.</summary>
internal static class SuspensionCommand
{
    public static Command Create(StaffTerminal terminal) => new("suspension", "Suspend a subscription over unpaid invoices, or take that back: two people.")
    {
        SuspensionRequestCommand.Create(terminal, "request", SuspensionKind.Suspend),
        SuspensionRequestCommand.Create(terminal, "reactivate", SuspensionKind.Reactivate),
        SuspensionApproveCommand.Create(terminal),
        Decision(terminal, "decline", "Say no to a request.", (desk, id, reason, by, token) => desk.DeclineAsync(id, reason, by, token)),
        Decision(terminal, "withdraw", "Take a request back.", (desk, id, reason, by, token) => desk.WithdrawAsync(id, reason, by, token)),
        Decision(terminal, "confirm", "Say that it was done by hand.", (desk, id, _, by, token) => desk.ConfirmAsync(id, by, token)),
        SuspensionViews.List(terminal),
        SuspensionViews.Show(terminal),
    };

    private static Command Decision(
        StaffTerminal terminal,
        string verb,
        string description,
        Func<SuspensionDesk, long, string?, StaffMember, CancellationToken, Task<SuspensionOutcome>> decide)
    {
        var id = new Argument<long>("id") { Description = "The request's number." };
        var reason = new Option<string>("--reason") { Description = "For the audit." };
        var command = new Command(verb, description) { id, reason };
        terminal.ToAct(command, async (parsed, member, cancellationToken) =>
        {
            var desk = terminal.Services.GetRequiredService<SuspensionDesk>();
            var outcome = await decide(desk, parsed.GetValue(id), parsed.GetValue(reason), member, cancellationToken);
            return await SuspensionWords.TellAsync(parsed, outcome);
        });
        return command;
    }
}
