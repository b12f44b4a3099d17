using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Support;
using BillingBot.Tests.Support;
using NodaTime;

namespace BillingBot.Tests.Cases;

/// <summary>A case's clock in support time; the demo partner's Standard is open 9 to 12 and 13 to 18 on working days in Tokyo.</summary>
public sealed class SlaClockTests
{
    private readonly SlaClock _clock = new(OfferFolder.Demo);

    [Theory]
    [InlineData("2026-11-27T17:30", "2026-11-27T17:59", SlaState.Ok, "2026-11-30T09:30")]
    [InlineData("2026-11-27T17:30", "2026-11-30T08:59", SlaState.Ok, "2026-11-30T09:30")]
    [InlineData("2026-11-27T17:30", "2026-11-30T09:15", SlaState.Soon, "2026-11-30T09:30")]
    [InlineData("2026-11-27T17:30", "2026-11-30T09:30", SlaState.Breached, "2026-11-30T09:30")]
    [InlineData("2026-12-28T17:30", "2027-01-03T12:00", SlaState.Ok, "2027-01-04T09:30")]
    [InlineData("2026-11-24T11:30", "2026-11-24T12:59", SlaState.Ok, "2026-11-24T13:30")]
    public void The_first_reply_is_promised_in_support_minutes(string opened, string now, SlaState state, string due)
    {
        var position = _clock.Position(Opened(opened), "Standard", At(now));
        Assert.Equal((state, true, At(due)), (position.State, position.IsFirstReply, position.DueAt));
    }

    [Fact]
    public void The_clock_stands_still_while_the_customer_is_to_answer_and_after_the_end()
    {
        var known = Opened("2026-11-24T10:00");
        _clock.Stop(known, "Standard", At("2026-11-24T10:20"));
        (known.FirstReplyAt, known.Status) = (At("2026-11-24T10:20"), CaseStatus.AwaitingCustomer);
        Assert.Equal(new SlaPosition(SlaState.Ok, false, null, Duration.FromMinutes(20), true), _clock.Position(known, "Standard", At("2026-12-24T10:20")));

        known.SlaRunningSince = At("2026-12-24T10:20");
        (known.Status, known.ResolvedAt) = (CaseStatus.Resolved, At("2026-12-24T11:20"));
        Assert.Equal(Duration.FromMinutes(80), _clock.Position(known, "Standard", At("2027-06-01T10:00")).Used);
    }

    [Fact]
    public void A_guest_and_a_plan_that_is_not_published_have_the_first_plan_s_promise()
    {
        var known = Opened("2026-11-24T10:00");
        Assert.Equal(At("2026-11-24T11:00"), _clock.Position(known, null, At("2026-11-24T10:00")).DueAt);
        Assert.Equal(At("2026-11-24T11:00"), _clock.Position(known, "Gold", At("2026-11-24T10:00")).DueAt);
        Assert.Equal(At("2026-11-24T10:30"), _clock.Position(known, "Plus", At("2026-11-24T10:00")).DueAt);
    }

    [Fact]
    public void Another_urgency_is_promised_anew_and_a_new_offer_changes_no_promise_given()
    {
        var known = Opened("2026-11-24T10:00");
        _clock.Promise(known, "Standard");
        Assert.Equal((60, 960), (known.FirstReplyTarget, known.ResolveTarget));
        _clock.Promise(known, "Plus");
        Assert.Equal((60, 960), (known.FirstReplyTarget, known.ResolveTarget));
        (known.Urgency, known.SlaWarnedAt, known.SlaBreachedAt) = (Urgency.Critical, At("2026-11-24T10:45"), At("2026-11-24T11:00"));
        SlaClock.Unpromise(known);
        _clock.Promise(known, "Standard");
        Assert.Equal((15, 240), (known.FirstReplyTarget, known.ResolveTarget));
        Assert.Equal(((Instant?)null, (Instant?)null), (known.SlaWarnedAt, known.SlaBreachedAt));
    }

    [Fact]
    public void A_partner_that_has_published_nothing_promises_nothing() => Assert.Equal(
        SlaState.None, new SlaClock(PublishedOffer.Nothing).Position(Opened("2026-11-24T10:00"), null, At("2026-12-24T10:00")).State);

    private static Case Opened(string at) => new()
    {
        Id = 1001,
        ConversationId = 1,
        SenderId = "guest",
        Language = "en",
        Reason = CaseReason.AskedForPerson,
        Summary = "help",
        Queue = "billing",
        CreatedAt = At(at),
        SlaRunningSince = At(at),
    };

    private static Instant At(string tokyo) => NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm")
        .Parse(tokyo).Value.InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Tokyo"]).ToInstant();
}
