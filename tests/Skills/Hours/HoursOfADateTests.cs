using BillingBot.Conversation;

namespace BillingBot.Tests.Skills.Hours;

/// <summary>Dates and times of day that a question names, and the stretches between them.</summary>
public sealed class HoursOfADateTests
{
    private static readonly HoursDesk Tuesday = new() { Now = "2026-11-24 10:30" };

    [Fact]
    public async Task A_date_means_the_one_to_come()
    {
        var card = await (Tuesday with { Said = new SaidTimes().Point("date", "2026-05-03", "2027-05-03") }).Card("on 3 May?");
        Assert.Equal("Mon 3 May 2027: closed (Constitution Memorial Day). Next opening: Thu 6 May 2027, 09:00.", card.Summary);
        Assert.Equal(CardTone.Warning, card.Tone);
        Assert.Contains(new CardFact("Now", "Open until 12:00"), card.Facts);
    }

    [Fact]
    public async Task Several_dates_are_each_answered() => Assert.Equal(
        "Fri 27 Nov: open 09:00–12:00, 13:00–18:00. Sat 28 Nov: closed. Next opening: Mon 30 Nov, 09:00.",
        (await (Tuesday with { Said = new SaidTimes().Point("date", "2026-11-20", "2026-11-27").Point("date", "2026-11-21", "2026-11-28") }).Card("Friday or Saturday?")).Summary);

    [Fact]
    public async Task An_hour_that_may_be_morning_or_evening_is_answered_for_both()
    {
        var said = new SaidTimes().Point("datetime", "2026-11-25 02:00:00", "2026-11-25 14:00:00");
        Assert.StartsWith(
            "Wed 25 Nov, 02:00 Tokyo time: closed. Wed 25 Nov, 14:00 Tokyo time: open, until 18:00.",
            (await (Tuesday with { Said = said }).Card("tomorrow at 2")).Summary,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_hour_that_is_plainly_by_day_is_not_told_for_the_night()
    {
        var said = new SaidTimes().Point("datetime", "2026-11-21 08:00:00", "2026-11-28 08:00:00", "2026-11-21 20:00:00", "2026-11-28 20:00:00");
        var card = await (Tuesday with { Said = said }).Card("are you there on Saturday at 8?");
        Assert.Equal("Sat 28 Nov, 08:00 Tokyo time: closed. Next opening: Mon 30 Nov, 09:00.", card.Summary);
        Assert.Contains(new CardFact("Sat 28 Nov", "Closed"), card.Facts);
    }

    [Fact]
    public async Task A_date_and_a_time_apart_in_the_sentence_belong_together() => Assert.Equal(
        "Wed 25 Nov, 09:30 Tokyo time: open, until 12:00.",
        (await (Tuesday with { Said = new SaidTimes().Point("date", "2026-11-25").Point("time", "09:30:00") }).Card()).Summary);

    [Fact]
    public async Task A_time_alone_is_its_next_coming() => Assert.Equal(
        "Tue 24 Nov, 19:00 Tokyo time: closed. Wed 25 Nov, 07:00 Tokyo time: closed. Next opening: Wed 25 Nov, 09:00.",
        (await (Tuesday with { Said = new SaidTimes().Point("time", "07:00:00", "19:00:00") }).Card("at 7?")).Summary);

    [Theory]
    [InlineData("2026-11-25 08:00:00", "2026-11-25 12:00:00", nameof(CardTone.Warning), "Wed 25 Nov, 08:00–12:00 Tokyo time: open for part of it, 09:00–12:00.")]
    [InlineData("2026-11-25 14:00:00", "2026-11-25 16:00:00", nameof(CardTone.Good), "Wed 25 Nov, 14:00–16:00 Tokyo time: open the whole time.")]
    [InlineData("2026-11-25 20:00:00", "2026-11-25 22:00:00", nameof(CardTone.Warning), "Wed 25 Nov, 20:00–22:00 Tokyo time: closed. Next opening: Thu 26 Nov, 09:00.")]
    [InlineData("2026-11-25 11:00:00", "", nameof(CardTone.Warning), "Wed 25 Nov, 11:00–Thu 26 Nov, 00:00 Tokyo time: open for part of it, 11:00–12:00, 13:00–18:00.")]
    public async Task A_stretch_of_hours_is_open_whole_in_part_or_not(string start, string end, string tone, string summary)
    {
        var card = await (Tuesday with { Said = new SaidTimes().Range("datetimerange", (start, end)) }).Card();
        Assert.Equal((tone, summary), (card.Tone.ToString(), card.Summary));
    }

    [Fact]
    public async Task Next_week_lists_its_days()
    {
        var card = await (Tuesday with { Said = new SaidTimes().Range("daterange", ("2026-11-30", "2026-12-07")) }).Card("next week?");
        Assert.Equal("Mon 30 Nov – Sun 6 Dec: our usual hours.", card.Summary);
        Assert.Equal(CardTone.Good, card.Tone);
        Assert.Equal(new CardFact("Sun 6 Dec", "Closed"), card.Facts[6]);
    }

    [Fact]
    public async Task A_month_is_the_one_to_come_and_lists_only_what_is_unusual()
    {
        var card = await (Tuesday with { Said = new SaidTimes().Range("daterange", ("2025-12-01", "2026-01-01"), ("2026-12-01", "2027-01-01")) }).Card("in December?");
        Assert.Equal("Tue 1 Dec – Thu 31 Dec: our usual hours, except on the days below.", card.Summary);
        Assert.Equal("Tue 29 Dec|Wed 30 Dec|Thu 31 Dec|Now", string.Join('|', card.Facts.Take(4).Select(fact => fact.Label)));
    }

    [Fact]
    public async Task The_month_we_stand_in_begins_today() => Assert.Equal(
        "Tue 24 Nov – Mon 30 Nov: our usual hours.",
        (await (Tuesday with { Said = new SaidTimes().Range("daterange", ("2026-11-01", "2026-12-01")) }).Card()).Summary);

    [Fact]
    public async Task A_weekend_is_closed_throughout() => Assert.Equal(
        "Sat 28 Nov – Sun 29 Nov: closed throughout. Next opening: Mon 30 Nov, 09:00.",
        (await (Tuesday with { Said = new SaidTimes().Range("daterange", ("2026-11-28", "2026-11-30")) }).Card()).Summary);

    [Fact]
    public async Task A_long_list_is_cut_and_says_so()
    {
        var card = await (Tuesday with { Said = new SaidTimes().Range("daterange", ("2027-01-01", "2028-01-01")) }).Card("in 2027?");
        Assert.Equal(new CardFact("…", "And 12 more."), card.Facts[10]);
    }

    [Fact]
    public async Task Beyond_the_known_holidays_it_says_that_they_are_not_known()
    {
        var card = await (Tuesday with { Said = new SaidTimes().Point("date", "2030-05-03") }).Card();
        Assert.Equal("Public holidays after 2028 are not known yet.", card.Note);
        Assert.Null((await Tuesday.Card()).Note);
    }
}
