using BillingBot.Knowledge.Canned;
using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Canned;

public class CannedRepliesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_bot_has_replies_in_both_languages_whose_places_can_all_be_filled()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var replies = await Desk(bot).ListAsync(Staff.Agent, "ja", Ct);
        Assert.InRange(replies.Count, 6, 8);
        var values = new CannedValues { CustomerName = "Contoso", CaseNumber = "1042", StaffName = "Aiko", OpeningHours = "9–17", InvoiceNumber = "INV-1" };
        Assert.All(replies.SelectMany(reply => new[] { reply.TextEn, reply.TextJa }), text =>
            Assert.Empty(Assert.IsType<FilledReply.Filled>(Placeholders.Fill(text, values)).Open));
        Assert.All(replies, reply => Assert.Equal(Placeholders.In(reply.TextEn).Order(StringComparer.Ordinal), Placeholders.In(reply.TextJa).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task What_a_lead_took_out_of_use_does_not_come_back_with_a_restart()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        foreach (var reply in await Desk(bot).ListAsync(Staff.Lead, "en", Ct))
        {
            Assert.IsType<CannedOutcome.Done>(await Desk(bot).RetireAsync(Staff.Lead, reply.Id, reply.Version, Ct));
        }

        await bot.Services.GetRequiredService<CannedReplySeed>().SeedAsync(Ct);
        Assert.Empty(await Desk(bot).ListAsync(Staff.Lead, "en", Ct));
    }

    [Fact]
    public async Task A_lead_edits_an_agent_does_not_and_of_two_leads_the_second_is_told()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var first = (await Desk(bot).ListAsync(Staff.Agent, "en", Ct))[0];
        var text = new CannedText(first.Id, first.Version, "Title", "題", "Hello {customerName}", "{customerName} 様");
        Assert.IsType<CannedOutcome.Refused>(await Desk(bot).SaveAsync(Staff.Agent, text, Ct));
        Assert.IsType<CannedOutcome.Done>(await Desk(bot).SaveAsync(Staff.Lead, text, Ct));
        Assert.Equal("Title", Assert.IsType<CannedOutcome.Conflict>(await Desk(bot).SaveAsync(Staff.Lead, text with { TitleEn = "Mine" }, Ct)).Newest.TitleEn);
        Assert.Empty(await Desk(bot).ListAsync(Staff.Nobody, "en", Ct));
    }

    [Theory]
    [InlineData("Hello {custommerName}", "{custommerName}")]
    [InlineData("Hello {}", "{}")]
    [InlineData("{CUSTOMERNAME}", "{CUSTOMERNAME}")]
    public async Task A_place_that_nobody_can_fill_is_told_and_not_saved(string text, string place)
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var outcome = await Desk(bot).SaveAsync(Staff.Lead, new CannedText(null, 0, "Title", "題", text, "こんにちは"), Ct);
        Assert.Equal(new CannedOutcome.UnknownPlaceholder(nameof(CannedText.TextEn), place), outcome);
        Assert.Equal(place, Assert.IsType<FilledReply.UnknownPlaceholder>(Placeholders.Fill(text, new CannedValues())).Placeholder);
    }

    [Fact]
    public void What_is_not_known_stays_open_and_a_value_is_not_filled_in_again()
    {
        var filled = Assert.IsType<FilledReply.Filled>(Placeholders.Fill(
            "Dear {customerName}, about {invoiceNumber}", new CannedValues { CustomerName = "{staffName}" }));
        Assert.Equal("Dear {staffName}, about {invoiceNumber}", filled.Text);
        Assert.Equal(["{invoiceNumber}"], filled.Open);
    }

    private static CannedReplies Desk(BotHost bot) => bot.Services.GetRequiredService<CannedReplies>();
}
