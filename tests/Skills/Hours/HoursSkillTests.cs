using BillingBot.Conversation;
using BillingBot.Knowledge.Support;
using BillingBot.Tests.Support;

namespace BillingBot.Tests.Skills.Hours;

public sealed class HoursSkillTests
{
    private static readonly HoursDesk Tuesday = new() { Now = "2026-11-24 10:30" };

    [Theory]
    [InlineData("2026-11-24 10:30", nameof(CardTone.Good), "We are open now, until 12:00 and again from 13:00.")]
    [InlineData("2026-11-24 12:30", nameof(CardTone.Warning), "We are closed now. Next opening: 13:00.")]
    [InlineData("2026-11-24 17:59", nameof(CardTone.Good), "We are open now, until 18:00.")]
    [InlineData("2026-11-27 18:00", nameof(CardTone.Warning), "We are closed now. Next opening: Mon 30 Nov, 09:00.")]
    [InlineData("2026-11-23 10:00", nameof(CardTone.Warning), "We are closed now (Labour Thanksgiving Day). Next opening: Tue 24 Nov, 09:00.")]
    [InlineData("2025-11-24 10:00", nameof(CardTone.Warning), "We are closed now (Substitute Holiday). Next opening: Tue 25 Nov, 09:00.")]
    [InlineData("2026-12-30 10:00", nameof(CardTone.Warning), "We are closed now (Year-end closure). Next opening: Mon 4 Jan 2027, 09:00.")]
    public async Task Open_now_says_until_when_or_from_when(string now, string tone, string summary)
    {
        var card = await (Tuesday with { Now = now }).Card("Are you open now?");
        Assert.Equal((tone, summary), (card.Tone.ToString(), card.Summary));
    }

    [Fact]
    public async Task Now_in_the_words_is_now()
    {
        var card = await (Tuesday with { Said = new SaidTimes().Now("2026-11-24 10:30:00") }).Card("Are you open right now?");
        Assert.StartsWith("We are open now", card.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_holds_all_that_is_published_about_the_plan()
    {
        var card = await Tuesday.Card("opening hours");
        Assert.Equal("Support hours: Standard", card.Title);
        Assert.Equal(
            [
                new("Mon–Fri", "09:00–12:00, 13:00–18:00"),
                new("Sat, Sun", "Closed"),
                new("Public holidays", "Closed"),
                new("Time zone", "Asia/Tokyo (UTC+9:00)"),
                new("Phone", "+81-3-5550-0100"),
                new("E-mail", "support@northwindcloud.example"),
                new("Price", "Included, no extra charge. For everyone who buys a subscription from us."),
                new("Also offered: Plus", "Every day 24 hours. JPY 50,000 a month. Per company, tax not included."),
            ],
            card.Facts);
    }

    [Fact]
    public async Task A_holiday_of_the_coming_week_is_told_before_it_comes() =>
        Assert.Contains(
            new CardFact("Mon 23 Nov", "Closed (Labour Thanksgiving Day)"),
            (await (Tuesday with { Now = "2026-11-20 10:00" }).Card()).Facts);

    [Fact]
    public async Task A_customer_across_the_date_line_reads_both_clocks()
    {
        var card = await (Tuesday with { Person = HoursDesk.Customer("America/Los_Angeles") }).Card();
        Assert.Equal(
            "We are open now, until 12:00 (Mon 23 Nov, 19:00 your time) and again from 13:00 (Mon 23 Nov, 20:00 your time).",
            card.Summary);
        Assert.Contains(new CardFact("Your time", "America/Los_Angeles (UTC-8:00), now Mon 23 Nov, 17:30"), card.Facts);
    }

    [Fact]
    public async Task A_day_is_told_by_the_customers_clock_too()
    {
        var desk = Tuesday with { Person = HoursDesk.Customer("America/Los_Angeles"), Said = new SaidTimes().Point("date", "2026-11-26") };
        Assert.Contains(
            new CardFact("Thu 26 Nov, your time", "Wed 25 Nov, 16:00–19:00, Wed 25 Nov, 20:00–Thu 26 Nov, 01:00"),
            (await desk.Card()).Facts);
    }

    [Theory]
    [InlineData("Asia/Tokyo")]
    [InlineData("Asia/Seoul")]
    [InlineData("Nowhere/Land")]
    public async Task A_clock_that_shows_the_same_is_not_told_twice(string timeZone)
    {
        var card = await (Tuesday with { Person = HoursDesk.Customer(timeZone) }).Card();
        Assert.DoesNotContain("your time", card.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain(card.Facts, fact => fact.Label == "Your time");
    }

    [Fact]
    public async Task A_person_hears_of_their_own_plan_only()
    {
        var card = await (Tuesday with { Person = HoursDesk.Customer(plan: "Plus") }).Card("Are you open?");
        Assert.Equal(("Support hours: Plus", "We are open now, around the clock."), (card.Title, card.Summary));
        Assert.Contains(new CardFact("Every day", "24 hours"), card.Facts);
        Assert.DoesNotContain(card.Facts, fact => fact.Label.Contains("Standard", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("What are the hours of Plus?", "Support hours: Plus")]
    [InlineData("hours of the plus plan", "Support hours: Plus")]
    [InlineData("plusプランの時間は", "Support hours: Plus")]
    [InlineData("open Saturday plus Sunday?", "Support hours: Standard")]
    public async Task Another_plan_can_be_asked_for_by_name(string text, string title) =>
        Assert.Equal(title, (await (Tuesday with { Person = HoursDesk.Customer() }).Card(text)).Title);

    [Fact]
    public async Task Where_nothing_is_published_it_says_so_and_offers_a_person()
    {
        var reply = await (Tuesday with { Offer = PublishedOffer.Nothing }).Reply("Are you open?");
        var message = Assert.Single(reply.Messages);
        Assert.Null(message.Card);
        Assert.Contains("not published", message.Text, StringComparison.Ordinal);
        Assert.Equal([new Choice("Talk to a person")], message.Choices);
        Assert.Equal("notPublished", reply.Outcome!.Decision);
    }

    [Fact]
    public async Task A_plan_that_is_not_published_is_never_guessed()
    {
        var message = Assert.Single((await (Tuesday with { Person = HoursDesk.Customer(plan: "Gold") }).Reply()).Messages);
        Assert.Null(message.Card);
        Assert.Contains("Gold", message.Text, StringComparison.Ordinal);
        Assert.Equal([new Choice("Talk to a person")], message.Choices);
    }

    [Fact]
    public async Task A_plan_closed_for_good_has_no_next_opening()
    {
        using var folder = new OfferFolder().With("offer.yaml", OfferFolder.Offer("Asia/Tokyo", "{ weekly: { } }"));
        var card = await (Tuesday with { Offer = folder.Read() }).Card();
        Assert.Equal("We are closed now. No next opening is planned.", card.Summary);
    }

    [Fact]
    public async Task The_state_is_left_as_it_was_and_the_decision_is_told()
    {
        var reply = await Tuesday.Reply();
        Assert.Equal("support-hours", reply.State.LastArticleId);
        Assert.Equal(new Outcome("hours", "answered"), reply.Outcome);
    }

    [Fact]
    public async Task The_card_has_buttons_that_lead_on() =>
        Assert.Equal([new Choice("Our support plans"), new Choice("Talk to a person")], Assert.Single((await Tuesday.Reply()).Messages).Choices);
}
