using System.Runtime.CompilerServices;
using BillingBot.Skills;
using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Startup;

public class EndedBotTests
{
    [Fact]
    public async Task A_bot_that_has_ended_leaves_nothing_of_itself_in_memory()
    {
        var ended = await EndedAsync();

        Assert.True(await IsFreedAsync(ended), "Something still holds the bot: a timer, an event, or something static.");
    }

    /// <summary>In a method of its own, whose locals are gone when it returns.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> EndedAsync()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        await bot.Conversation(user: TestUser.Alex).CustomerSays("Which invoices are unpaid?");
        return new WeakReference(bot.Services.GetRequiredService<SkillRouter>());
    }

    /// <summary>Tasks and connections that were under way may take a moment to end.</summary>
    private static async Task<bool> IsFreedAsync(WeakReference ended)
    {
        for (var tries = 0; ended.IsAlive && tries < 100; tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return !ended.IsAlive;
    }
}
