using System.CommandLine;
using BillingBot.Knowledge.Billing.Suspensions;

namespace BillingBot.Cli;

/// <summary>Tells what became of a command.</summary>
internal static class SuspensionWords
{
    /// <returns>The exit code.</returns>
    public static async Task<int> TellAsync(ParseResult parsed, SuspensionOutcome outcome)
    {
        if (outcome is SuspensionOutcome.Taken { Request: var request })
        {
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"Request {request.Id}: {Next(request)}");
            return 0;
        }

        return await StaffTerminal.FailAsync(parsed, outcome switch
        {
            SuspensionOutcome.NotFound => "There is no such request or subscription. See: suspension list",
            SuspensionOutcome.AlreadyOpen open => $"Request {open.Id} is open for this subscription already. See: suspension show {open.Id}",
            SuspensionOutcome.SamePerson =>
                "The same person, or the same operating-system account, requested it. Somebody else must approve, from their own account. "
                + "(Suspensions:SameUserMayApprove lets several people share one account; their names must differ then.)",
            SuspensionOutcome.Refused refused => refused.Reason,
            SuspensionOutcome.WrongState wrong => $"It is {wrong.State}; that is not possible now.",
            _ => throw new InvalidOperationException($"No case for {outcome.GetType().Name}."),
        });
    }

    private static string Next(SuspensionRequest request) => request.State switch
    {
        SuspensionState.Requested => $"waits for a second person: suspension approve {request.Id}",
        SuspensionState.Approved => "approved. The running bot carries it out within a minute and tells the customer.",
        SuspensionState.CarryingOut => "confirmed. The running bot checks it within a minute and tells the customer.",
        SuspensionState.Declined => "declined.",
        SuspensionState.Withdrawn => "withdrawn.",
        var state => $"{state}.",
    };
}
