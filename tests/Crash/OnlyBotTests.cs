using BillingBot.Tests.Host;

namespace BillingBot.Tests.Crash;

public sealed class OnlyBotTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_bot_on_the_same_file_of_SQLite_explains_why_it_does_not_start_and_one_after_a_killed_bot_does()
    {
        using var database = new DatabaseFile();
        using var first = await BotProcess.StartAsync(database.Path, Ct);
        var refused = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => BotProcess.StartAsync(database.Path, Ct));
        Assert.Contains("Another bot is running", refused.Message, StringComparison.Ordinal);
        await first.KillAsync(Ct);
        using var next = await BotProcess.StartAsync(database.Path, Ct);
    }
}
