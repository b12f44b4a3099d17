using BillingBot.Tests.Host;
using BillingBot.Tests.Skills.Collections;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Skills.Reminders;

/// <summary>What people say about reminders, and what is kept of it.</summary>
public sealed class ReminderWishTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private BotHost Bot => shared.Bot;

    [Theory]
    [InlineData("Remind me before invoices are due", true)]
    [InlineData("Can you remind us before an invoice is due?", true)]
    [InlineData("please don't send me payment reminders", false)]
    [InlineData("No reminders, please", false)]
    [InlineData("Stop reminding me", false)]
    public async Task Wishes_are_read_in_english(string words, bool wants)
    {
        await Bot.OwesAsync();
        await Bot.Conversation("msteams", TestUser.Alex).CustomerSays(words);
        Assert.Equal(wants, await Bot.ReadAsync(db => db.ReminderPreferences.Select(kept => kept.Wants).SingleAsync()));
    }

    [Fact]
    public async Task A_question_about_reminders_changes_nothing_and_offers_both()
    {
        await Bot.OwesAsync();
        var reply = await Bot.Conversation("msteams", TestUser.Alex).CustomerSays("Reminders of coming payments");
        Assert.Contains("You get no reminders from me at present", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Remind me before invoices are due", reply.Buttons);
        Assert.False(await Bot.ReadAsync(db => db.ReminderPreferences.AnyAsync()));
    }

    [Fact]
    public async Task Guests_and_others_of_the_customer_are_told_who_is_reminded()
    {
        await Bot.OwesAsync();
        Assert.Contains("once I know who they are", (await Bot.Conversation("emulator").CustomerSays("Remind me before invoices are due")).Text, StringComparison.Ordinal);
        Assert.Contains("billing contacts of your company", (await Bot.Conversation("msteams", Owing.Sam).CustomerSays("Remind me before invoices are due")).Text, StringComparison.Ordinal);
        Assert.False(await Bot.ReadAsync(db => db.ReminderPreferences.AnyAsync()));
    }
}
