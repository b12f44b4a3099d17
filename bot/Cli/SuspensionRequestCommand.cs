using System.CommandLine;
using BillingBot.Knowledge.Billing.Suspensions;

namespace BillingBot.Cli;

/// <summary><c>suspension request</c> and <c>suspension reactivate</c>: shows what it means, asks, and records the request.</summary>
internal static class SuspensionRequestCommand
{
    private const int LongestReason = 1_000;

    public static Command Create(StaffTerminal terminal, string verb, SuspensionKind kind)
    {
        var subscription = new Option<string>("--subscription") { Description = "The subscription's id.", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why, for staff; the customer is told the invoices.", Required = true };
        reason.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not { } text || string.IsNullOrWhiteSpace(text) || text.Length > LongestReason)
            {
                result.AddError($"--reason needs a text of at most {LongestReason} characters.");
            }
        });
        var yes = new Option<bool>("--yes") { Description = "Do not ask again." };
        var command = new Command(verb, kind is SuspensionKind.Suspend ? "Request a suspension." : "Request that a suspended subscription is given back.")
        {
            subscription, reason, yes,
        };
        terminal.ToAct(command, async (parsed, member, cancellationToken) =>
        {
            var id = parsed.GetRequiredValue(subscription);
            var screen = terminal.Services.GetRequiredService<SuspensionScreen>();
            if (await screen.TextAsync(kind, id, about: null, cancellationToken) is not { } text)
            {
                return await StaffTerminal.FailAsync(parsed, $"There is no subscription '{id}'.");
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync(text);
            if (!parsed.GetValue(yes) && !await terminal.ConfirmAsync(parsed, "Request it?", cancellationToken))
            {
                return await StaffTerminal.FailAsync(parsed, "Nothing was requested.");
            }

            var desk = terminal.Services.GetRequiredService<SuspensionDesk>();
            return await SuspensionWords.TellAsync(
                parsed, await desk.RequestAsync(kind, id, parsed.GetRequiredValue(reason), member, cancellationToken));
        });
        return command;
    }
}
