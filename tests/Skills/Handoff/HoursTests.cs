using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using BillingBot.Tests.Host;
using BillingBot.Tests.Skills.Collections;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Extensions;

namespace BillingBot.Tests.Skills.Handoff;

/// <summary>What the customer is told of the wait is measured, or stands in the published hours; and what the partner sets holds.</summary>
public sealed class HoursTests
{
    private const string About = "The price on our quote is not what we agreed";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Out_of_hours_the_case_waits_and_the_opening_is_named_by_both_clocks()
    {
        await using var bot = BotHost.Start();
        bot.Clock.Advance(TimeSpan.FromHours(10));
        var alex = bot.Conversation("msteams", TestUser.Alex);
        await alex.CustomerSays("talk to a person");
        var opened = await alex.CustomerSays(About);
        Assert.Contains("away now", opened.Text, StringComparison.Ordinal);
        Assert.Contains("Wed 25 Nov, 09:00 (00:00 your time)", opened.Text, StringComparison.Ordinal);
        Assert.NotNull(await bot.CaseAsync(alex));
    }

    [Fact]
    public async Task The_opening_of_the_same_day_is_named_with_its_date_too()
    {
        await using var bot = BotHost.Start();
        bot.Clock.Advance(TimeSpan.FromHours(17));
        var alex = bot.Conversation("msteams", TestUser.Alex);
        await alex.CustomerSays("talk to a person");
        Assert.Contains("We open on Wed 25 Nov, 09:00 (00:00 your time)", (await alex.CustomerSays(About)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_urgent_out_of_hours_names_the_contact_and_the_plan_around_the_clock_is_open()
    {
        await using var bot = BotHost.Start();
        bot.Clock.Advance(TimeSpan.FromHours(10));
        var mika = bot.Conversation("msteams", TestUser.Mika);
        await mika.CustomerSays("担当者と話す");
        var opened = await mika.CustomerSays("至急です。全員がログインできません");
        Assert.Contains("受付時間外", opened.Text, StringComparison.Ordinal);
        Assert.Contains("+81-3-5550-0100", opened.Text, StringComparison.Ordinal);
        Assert.Equal("technical", (await bot.CaseAsync(mika))!.Queue);
        var kim = bot.Conversation("msteams", TestUser.Kim);
        await kim.CustomerSays("talk to a person");
        Assert.Contains("staff are in", (await kim.CustomerSays(About)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_is_asked_for_an_address_only_when_nobody_is_in_and_may_decline()
    {
        await using var bot = BotHost.Start();
        var inHours = bot.Conversation("emulator");
        Assert.NotNull(await bot.HandsOverAsync(inHours));
        bot.Clock.Advance(TimeSpan.FromHours(10));
        var guest = bot.Conversation("emulator");
        await guest.CustomerSays("talk to a person");
        Assert.Contains("e-mail address", (await guest.CustomerSays(About)).Text, StringComparison.Ordinal);
        Assert.Contains("cannot read that", (await guest.CustomerSays("me@nowhere")).Text, StringComparison.Ordinal);
        await guest.CustomerSays("jo.doe@example.com");
        Assert.Equal("jo.doe@example.com", (await bot.CaseAsync(guest))!.Email);
        var shy = bot.Conversation("emulator");
        await shy.CustomerSays("talk to a person");
        await shy.CustomerSays(About);
        await shy.CustomerSays("No e-mail");
        Assert.Null((await bot.CaseAsync(shy))!.Email);
    }

    [Fact]
    public async Task A_wait_is_told_only_when_enough_of_them_are_known_and_nights_do_not_count()
    {
        await using var bot = BotHost.Start();
        var first = bot.Conversation("msteams", TestUser.Alex);
        await first.CustomerSays("talk to a person");
        Assert.Contains("have been told", (await first.CustomerSays(About)).Text, StringComparison.Ordinal);

        // Asked a quarter of an hour before closing, claimed three minutes after opening: 18 minutes.
        await WaitedAsync(bot, "2026-11-20T08:45:00Z", "2026-11-24T00:03:00Z", 5);
        var second = bot.Conversation("msteams", TestUser.Alex);
        await second.CustomerSays("talk to a person");
        Assert.Contains("usually takes about 18 minutes", (await second.CustomerSays(About)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partner_who_takes_no_cases_out_of_hours_gives_the_contact_but_fraud_is_taken()
    {
        await using var bot = BotHost.Start(settings: ("Handoff:OutOfHours", "ContactOnly"));
        bot.Clock.Advance(TimeSpan.FromHours(10));
        var alex = bot.Conversation("msteams", TestUser.Alex);
        Assert.Contains("We are closed now", (await alex.CustomerSays("talk to a person")).Text, StringComparison.Ordinal);
        await alex.CustomerSays("What happens if I don't pay my invoice?");
        Assert.DoesNotContain("Shall I pass", (await alex.CustomerSays("No, not really")).Text, StringComparison.Ordinal);
        Assert.Null(await bot.CaseAsync(alex));
        await alex.CustomerSays("our account was hacked");
        Assert.NotNull(await bot.CaseAsync(alex));
    }

    [Fact]
    public async Task Switched_off_nothing_is_promised_and_fraud_gets_the_contact_too()
    {
        await using var bot = BotHost.Start(settings: ("Handoff:Enabled", "false"));
        var alex = bot.Conversation("msteams", TestUser.Alex);
        var reported = await alex.CustomerSays("our account was hacked");
        Assert.Contains("+81-3-5550-0100", reported.Text, StringComparison.Ordinal);
        Assert.Contains("change the passwords", reported.Text, StringComparison.Ordinal);
        await alex.CustomerSays("how do I cook rice");
        Assert.DoesNotContain("Shall I pass", (await alex.CustomerSays("how do I bake bread")).Text, StringComparison.Ordinal);
        Assert.Null(await bot.CaseAsync(alex));
    }

    [Theory]
    [InlineData("BotFirst", false)]
    [InlineData("PersonFirst", true)]
    public async Task The_welcome_offers_whom_the_partner_wants_first(string start, bool isPerson)
    {
        await using var bot = BotHost.Start(settings: ("Handoff:Start", start));
        var chat = bot.Conversation("msteams", TestUser.Alex);
        using var joined = await chat.PostAsync(chat.Activity("conversationUpdate", null,
            ("membersAdded", new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["id"] = TestUser.Alex.Id }))));
        var welcome = await bot.Channel.NextAsync();
        Assert.Equal(isPerson, new BotReplies([welcome.Body.DeepClone()]).Buttons.Contains("Talk to a person"));
        Assert.Equal(isPerson, welcome.AllText.Contains("a person, or me?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_failed_turn_talk_to_a_person_works_and_knows_what_was_asked()
    {
        await using var bot = BotHost.Start(configure: services => services.ReplaceSkill(new FailingSkill()));
        var alex = bot.Conversation("msteams", TestUser.Alex);
        var sorry = await alex.CustomerSays("When is your support open?");
        Assert.Contains("Talk to a person", sorry.Buttons);
        Assert.Contains("When is your support open?", (await alex.CustomerSays("Talk to a person")).Text, StringComparison.Ordinal);
        await alex.CustomerSays("yes");
        Assert.NotNull(await bot.CaseAsync(alex));
    }

    private static Task WaitedAsync(BotHost bot, string from, string to, int times) => bot.ChangeAsync(async db =>
    {
        var numbers = bot.Services.GetRequiredService<IDbContextFactory<BillingDb>>();
        await using var read = await numbers.CreateDbContextAsync(Ct);
        var conversation = await read.Conversations.Select(known => known.Id).FirstAsync(Ct);
        db.AddRange(Enumerable.Range(0, times).Select(place => new Case
        {
            Id = 500 + place,
            ConversationId = conversation,
            SenderId = "s",
            Language = "en",
            Reason = CaseReason.AskedForPerson,
            Summary = "x",
            Queue = "billing",
            Status = CaseStatus.Resolved,
            CreatedAt = DateTimeOffset.Parse(from, System.Globalization.CultureInfo.InvariantCulture).ToInstant(),
            ClaimedAt = DateTimeOffset.Parse(to, System.Globalization.CultureInfo.InvariantCulture).ToInstant() - Duration.FromSeconds(place),
        }));
    });
}
