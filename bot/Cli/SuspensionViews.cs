using System.CommandLine;
using System.Globalization;
using BillingBot.Knowledge.Billing.Suspensions;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace BillingBot.Cli;

/// <summary><c>suspension list</c> and <c>suspension show</c>.</summary>
internal static class SuspensionViews
{
    public static Command List(StaffTerminal terminal)
    {
        var all = new Option<bool>("--all") { Description = "Also what is over." };
        var command = new Command("list", "Requests, the newest first.") { all };
        terminal.ToLook(command, async (parsed, db, cancellationToken) =>
        {
            var wantsAll = parsed.GetValue(all);
            var requests = await db.Suspensions.Where(request => wantsAll || SuspensionMoves.Open.Contains(request.State))
                .OrderByDescending(request => request.Id).ToListAsync(cancellationToken);
            foreach (var line in requests.Select(Line).DefaultIfEmpty("None."))
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(line);
            }

            return 0;
        });
        return command;
    }

    public static Command Show(StaffTerminal terminal)
    {
        var id = new Argument<long>("id") { Description = "The request's number." };
        var command = new Command("show", "A request with everything that was done about it.") { id };
        terminal.ToLook(command, async (parsed, db, cancellationToken) =>
        {
            var number = parsed.GetValue(id);
            if (await db.Suspensions.SingleOrDefaultAsync(known => known.Id == number, cancellationToken) is not { } request)
            {
                return await StaffTerminal.FailAsync(parsed, $"There is no request {number}. See: suspension list --all");
            }

            var subject = string.Create(CultureInfo.InvariantCulture, $"suspension:{number}");
            var history = await db.Audit.Where(entry => entry.Subject == subject).OrderBy(entry => entry.Id).ToListAsync(cancellationToken);
            var output = parsed.InvocationConfiguration.Output;
            await output.WriteLineAsync(Text(request));
            foreach (var entry in history)
            {
                await output.WriteLineAsync(TerminalLines.Line(entry));
            }

            return 0;
        });
        return command;
    }

    public static string Text(SuspensionRequest request) => string.Join(
        Environment.NewLine,
        $"Request {request.Id}:     {request.Kind} {request.SubscriptionId} of {request.CustomerId}, {request.State}",
        $"Requested:     {InstantPattern.General.Format(request.RequestedAt)} by {request.RequestedBy} ({request.RequestedFrom}): {request.Reason}",
        $"About:         {string.Join(", ", request.InvoiceNumbers)}",
        $"Decided by:    {request.DecidedBy ?? "-"}",
        $"Last answer:   {request.Answer ?? "-"}");

    private static string Line(SuspensionRequest request) =>
        $"{request.Id}  {request.State}  {request.Kind} {request.SubscriptionId} of {request.CustomerId}, requested by {request.RequestedBy} on {InstantPattern.General.Format(request.RequestedAt)}";
}
