using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Support.Escalations;
using BillingBot.Tests.Support.Routing;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Tests.Support.Escalations;

/// <summary>Nobody forgets a request to Microsoft, or the last day of a credit.</summary>
public sealed class EscalationChaseTests
{
    private static CancellationToken Token => RoutingScene.Token;

    [Theory]
    [InlineData("2026-12-16", null)]
    [InlineData("2026-12-17", "7:deadline-14")]
    [InlineData("2026-12-23", "7:deadline-14")]
    [InlineData("2026-12-24", "7:deadline-7")]
    [InlineData("2026-12-28", "7:deadline-3")]
    [InlineData("2026-12-30", "7:deadline-1")]
    [InlineData("2026-12-31", "7:deadline-0")]
    [InlineData("2027-01-01", "7:late")]
    public void The_deadline_of_a_credit_comes_nearer(string day, string? alert) => Assert.Equal(
        alert, EscalationChase.Reached(Packets.Full(EscalationKind.SlaCredit), At(day), 24)?.Key);

    [Theory]
    [InlineData(RequestState.Open, 23, null)]
    [InlineData(RequestState.Open, 24, "7:check-0-1")]
    [InlineData(RequestState.Open, 47, "7:check-0-1")]
    [InlineData(RequestState.Open, 48, "7:check-0-2")]
    [InlineData(RequestState.AttentionNeeded, 0, "7:attention-0-0")]
    [InlineData(RequestState.AttentionNeeded, 24, "7:attention-0-1")]
    public void A_request_is_looked_at_daily_and_one_that_waits_for_us_at_once(RequestState state, int hours, string? alert)
    {
        var packet = Packets.Full(EscalationKind.Technical);
        (packet.FiledAt, packet.CheckedAt, packet.State) = (Packets.Now, Packets.Now, state);
        Assert.Equal(alert, EscalationChase.Reached(packet, Packets.Now + Duration.FromHours(hours), 24)?.Key);
    }

    [Fact]
    public void A_credit_that_was_claimed_has_no_deadline_any_more()
    {
        var packet = Packets.Full(EscalationKind.SlaCredit);
        (packet.FiledAt, packet.CheckedAt, packet.State) = (At("2026-12-30"), At("2026-12-30"), RequestState.Open);
        Assert.Null(EscalationChase.Reached(packet, At("2026-12-30"), 24));
    }

    [Fact]
    public async Task Each_alert_is_one_task_a_later_one_takes_its_place_and_a_look_ends_it()
    {
        using var scene = RoutingScene.Start();
        var id = await scene.OwnedAsync();
        var desk = scene.Service<EscalationDesk>();
        await desk.SaveAsync(RoutingScene.Aki, (await desk.BeginAsync(RoutingScene.Aki, id, Token))!, Token);
        await desk.NoteStateAsync(RoutingScene.Aki, 1, 0, "42", RequestState.Open, Token);
        for (var hour = 0; hour < 50; hour++)
        {
            await scene.Service<EscalationChase>().RaiseAsync(Token);
            await scene.Service<EscalationChase>().RaiseAsync(Token);
            scene.Bot.Clock.Advance(TimeSpan.FromHours(1));
        }

        var tasks = await scene.TasksAsync(StaffTaskKind.Escalation);
        Assert.Equal(["1:check-1-1", "1:check-1-2"], tasks.Select(task => task.DedupeKey));
        Assert.Equal([false, true], tasks.Select(task => task.DoneAt is null));
        Assert.Equal($"Look at Microsoft's request 42 of case {id}: nobody has for 48 hours", tasks[1].Subject);

        await desk.NoteStateAsync(RoutingScene.Aki, 1, 1, "42", RequestState.Closed, Token);
        scene.Bot.Clock.Advance(TimeSpan.FromDays(9));
        await scene.Service<EscalationChase>().RaiseAsync(Token);
        Assert.All(await scene.TasksAsync(StaffTaskKind.Escalation), task => Assert.NotNull(task.DoneAt));
        Assert.Equal(2, (await scene.TasksAsync(StaffTaskKind.Escalation)).Count);
    }

    private static Instant At(string day) => LocalDatePattern.Iso.Parse(day).Value.At(new LocalTime(12, 0)).InUtc().ToInstant();
}
