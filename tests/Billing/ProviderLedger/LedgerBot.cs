using BillingBot.Tests.Cli;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Billing.ProviderLedger;

/// <summary>A bot whose partner owes Microsoft something.</summary>
public sealed class LedgerBot : IAsyncLifetime
{
    public const string Number = "G098765432";

    internal BotHost Bot { get; } = BotHost.Start();

    public async ValueTask InitializeAsync()
    {
        var added = await Bot.TypesAsync(
            "alice", $"ledger add {Number} --issued 2026-10-14 --amount 987,654.32 --currency USD --notes \"secret note\"");
        Assert.Equal(0, added.ExitCode);
        await Bot.AlertAsync();
    }

    public ValueTask DisposeAsync()
    {
        Bot.Dispose();
        return ValueTask.CompletedTask;
    }
}
