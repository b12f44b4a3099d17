using BillingBot.Knowledge.Billing.Collections;
using FsCheck.Xunit;
using NodaTime;

namespace BillingBot.Tests.Billing.Collections;

public sealed class CollectionsClockTests
{
    private static readonly LocalDate Due = new(2026, 11, 9);

    [Fact]
    public void Without_pauses_a_stage_is_that_many_days_after_the_due_date()
    {
        Assert.Equal(Due.PlusDays(45), CollectionsClock.Reaches(45, Due, []));
        Assert.Equal(0, CollectionsClock.DaysOn(Due, Due, []));
        Assert.Equal(0, CollectionsClock.DaysOn(Due.PlusDays(-30), Due, []));
        Assert.Equal(15, CollectionsClock.DaysOn(Due.PlusDays(15), Due, []));
    }

    [Fact]
    public void A_promise_keeps_the_count_to_the_end_of_the_promised_day()
    {
        CollectionsPause[] promise = [new(Due.PlusDays(10), Due.PlusDays(14), PauseReason.Promise)];
        Assert.Equal(10, CollectionsClock.DaysOn(Due.PlusDays(10), Due, promise));
        Assert.Equal(10, CollectionsClock.DaysOn(Due.PlusDays(14), Due, promise));
        Assert.Equal(11, CollectionsClock.DaysOn(Due.PlusDays(15), Due, promise));
        Assert.Equal(Due.PlusDays(10), CollectionsClock.Reaches(10, Due, promise));
        Assert.Equal(Due.PlusDays(18), CollectionsClock.Reaches(14, Due, promise));
    }

    [Fact]
    public void While_a_dispute_is_open_nobody_knows_when_the_next_stage_comes()
    {
        CollectionsPause[] dispute = [new(Due.PlusDays(10), null, PauseReason.Dispute)];
        Assert.Equal(Due.PlusDays(3), CollectionsClock.Reaches(3, Due, dispute));
        Assert.Null(CollectionsClock.Reaches(14, Due, dispute));
        Assert.Equal(10, CollectionsClock.DaysOn(Due.PlusDays(400), Due, dispute));
    }

    [Fact]
    public void Pauses_that_overlap_count_once()
    {
        CollectionsPause[] both =
        [
            new(Due.PlusDays(2), Due.PlusDays(8), PauseReason.Dispute),
            new(Due.PlusDays(5), Due.PlusDays(10), PauseReason.Promise),
        ];
        Assert.Equal(2, CollectionsClock.DaysOn(Due.PlusDays(10), Due, both));
        Assert.Equal(Due.PlusDays(11), CollectionsClock.Reaches(3, Due, both));
    }

    [Property]
    public bool Walking_day_by_day_comes_to_the_same_count_and_the_same_dates(byte[] sketch, byte days)
    {
        var pauses = Pauses(sketch);
        var count = 0;
        var reached = new Dictionary<int, LocalDate>();
        for (var day = Due.PlusDays(1); day <= Due.PlusDays(900); day = day.PlusDays(1))
        {
            if (!pauses.Exists(pause => pause.Stops(day)))
            {
                count++;
                reached[count] = day;
            }

            if (count != CollectionsClock.DaysOn(day, Due, pauses))
            {
                return false;
            }
        }

        var wanted = days + 1;
        return CollectionsClock.Reaches(wanted, Due, pauses) == (reached.TryGetValue(wanted, out var on) ? on : null);
    }

    [Property]
    public bool A_pause_never_moves_a_stage_earlier(byte[] sketch, byte days)
    {
        var pauses = Pauses(sketch);
        return Enumerable.Range(0, pauses.Count).All(less =>
            Later(CollectionsClock.Reaches(days + 1, Due, pauses), CollectionsClock.Reaches(days + 1, Due, pauses.Take(less))));
    }

    [Property]
    public bool What_was_reached_by_the_day_a_pause_begins_stays_reached(byte[] sketch, byte since)
    {
        var before = Pauses(sketch);
        var day = Due.PlusDays(since);
        var count = CollectionsClock.DaysOn(day, Due, before);
        return CollectionsClock.DaysOn(day, Due, [.. before, new(day, null, PauseReason.Dispute)]) == count;
    }

    private static bool Later(LocalDate? with, LocalDate? without) => with is null || (without is not null && with >= without);

    /// <summary>Three bytes make a pause: when it begins, from before the due date on; how long it is, perhaps for nothing; whether it has an end.</summary>
    private static List<CollectionsPause> Pauses(byte[] sketch) =>
    [
        .. sketch.Chunk(3).Where(bytes => bytes.Length == 3).Select(bytes =>
        {
            var since = Due.PlusDays(bytes[0] - 40);
            return new CollectionsPause(since, bytes[2] % 8 == 0 ? null : since.PlusDays(bytes[1] % 40), PauseReason.Promise);
        }),
    ];
}
