using BillingBot.Cases;
using BillingBot.Console.Cases;
using BillingBot.Tests.Cases;
using BillingBot.Tests.Host;
using BillingBot.Tests.Skills.Handoff;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Console;

/// <summary>What an open case page knows of its case.</summary>
public sealed class CaseScreenTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_that_its_customer_takes_up_again_in_another_chat_is_followed_there()
    {
        await using var bot = BotHost.Start();
        var known = await bot.HandsOverAsync(bot.Conversation("msteams", TestUser.Alex));
        await bot.ResolveAsync(known.Id);
        var screen = bot.Services.GetRequiredService<CaseScreen>();
        await screen.ReadAsync(known.Id, CaseStage.Yuki, Ct);
        Assert.Contains(screen.Lines, line => line.Text == "talk to a person");

        await bot.Conversation("msteams", TestUser.Alex).CustomerSays($"reopen case {known.Id}");
        await screen.ReadAsync(known.Id, CaseStage.Yuki, Ct);

        Assert.Equal([$"reopen case {known.Id}"], screen.Lines.Where(line => line.By == Speaker.Customer).Select(line => line.Text));
    }
}
