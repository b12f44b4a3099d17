using System.CommandLine;
using BillingBot.Knowledge.Billing.Suspensions;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Cli;

/// <summary><c>suspension approve</c>: the second person sees what the first one saw, as it is now, and agrees.</summary>
internal static class SuspensionApproveCommand
{
    public static Command Create(StaffTerminal terminal)
    {
        var id = new Argument<long>("id") { Description = "The request's number." };
        var yes = new Option<bool>("--yes") { Description = "Do not ask again." };
        var command = new Command("approve", "Agree to somebody else's request; the running bot then carries it out.") { id, yes };
        terminal.ToAct(command, async (parsed, member, cancellationToken) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            await using var db = await terminal.Services.GetRequiredService<IDbContextFactory<BillingDb>>().CreateDbContextAsync(cancellationToken);
            var number = parsed.GetValue(id);
            if (await db.Suspensions.SingleOrDefaultAsync(known => known.Id == number, cancellationToken) is { } request)
            {
                await output.WriteLineAsync(SuspensionViews.Text(request));
                await output.WriteLineAsync(await terminal.Services.GetRequiredService<SuspensionScreen>()
                    .TextAsync(request.Kind, request.SubscriptionId, request.InvoiceNumbers, cancellationToken));
                if (!parsed.GetValue(yes) && !await terminal.ConfirmAsync(parsed, "Approve it?", cancellationToken))
                {
                    return await StaffTerminal.FailAsync(parsed, "Nothing was approved.");
                }
            }

            var desk = terminal.Services.GetRequiredService<SuspensionDesk>();
            return await SuspensionWords.TellAsync(parsed, await desk.ApproveAsync(number, member, cancellationToken));
        });
        return command;
    }
}
