using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Support.Dispatch;
using BillingBot.Knowledge.Support.Escalations;
using BillingBot.Knowledge.Support.Routing.Editing;
using BillingBot.Tests.Host;
using BillingBot.Tests.Support.Routing;
using BillingBot.Tests.Support.Routing.Situations;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Tests.Support.Escalations;

/// <summary>Staff prepare a request, file it by hand, and note what Microsoft says.</summary>
public sealed class EscalationDeskTests : IDisposable
{
    private readonly RoutingScene _scene = RoutingScene.Start();
    private EscalationDesk Desk => _scene.Service<EscalationDesk>();
    private static CancellationToken Token => RoutingScene.Token;

    [Fact]
    public async Task What_the_bot_knows_is_not_typed_again()
    {
        var id = await _scene.OwnedAsync();
        var draft = (await Desk.BeginAsync(RoutingScene.Aki, id, Token))!;
        Assert.Equal(
            ("contoso", EscalationKind.Technical, RequestSeverity.Minimal, "aki", "aki@northwindcloud.example"),
            (draft.CustomerId, draft.Kind, draft.Severity, draft.ContactName, draft.ContactEmail));
        Assert.NotNull(draft.TenantId);
        Assert.Empty(await ViewsAsync(id));
    }

    [Fact]
    public async Task An_incomplete_request_is_kept_and_says_what_it_needs_until_it_is_filed_and_closed()
    {
        var id = await _scene.OwnedAsync();
        var draft = await DraftAsync(id);
        Assert.IsType<RoutingOutcome.Saved>(await Desk.SaveAsync(RoutingScene.Aki, draft, Token));
        var view = Assert.Single(await ViewsAsync(id));
        Assert.Equal([PacketItem.Diagnosis, PacketItem.Subscription, PacketItem.Impact, PacketItem.Evidence], view.Missing);

        var packet = view.Escalation;
        (packet.SubscriptionId, packet.Impact, packet.Evidence) = ("contoso-sales", "All mail", "Logs");
        Assert.IsType<RoutingOutcome.Saved>(await Desk.SaveAsync(RoutingScene.Aki, packet, Token));
        Assert.Equal([PacketItem.Diagnosis], Assert.Single(await ViewsAsync(id)).Missing);

        Assert.IsType<RoutingOutcome.Changed>(await NoteAsync(packet.Id, 0));
        Assert.IsType<RoutingOutcome.Saved>(await NoteAsync(packet.Id, 1));
        var filed = Assert.Single(await ViewsAsync(id)).Escalation;
        Assert.Equal(("2411240040001234", RequestState.Open, _scene.Now, 2), (filed.RequestNumber, filed.State, filed.FiledAt!.Value, filed.Version));
        Assert.Equal("Microsoft 2411240040001234: Open", Assert.Single(await _scene.HistoryAsync(id, CaseEventKind.Provider)).Text);

        filed.RequestNumber = "forged";
        filed.CreatedBy = "somebody else";
        await Desk.SaveAsync(RoutingScene.Aki, filed, Token);
        var after = Assert.Single(await ViewsAsync(id)).Escalation;
        Assert.Equal(("2411240040001234", "aki"), (after.RequestNumber, after.CreatedBy));
    }

    [Fact]
    public async Task The_contract_of_the_plan_that_it_is_filed_with_is_named()
    {
        var id = await _scene.OwnedAsync();
        await Desk.SaveAsync(RoutingScene.Aki, await DraftAsync(id), Token);
        Assert.Null(Assert.Single(await ViewsAsync(id)).Contract);

        await _scene.Service<RoutingReview>().DecideAgainAsync(RoutingScene.Aki, id, input => input with { Diagnosis = Given.Diagnosed().Diagnosis }, Token);
        Assert.Equal("ASFP-DEMO-001", Assert.Single(await ViewsAsync(id)).Contract);
    }

    [Fact]
    public async Task It_needs_an_agent()
    {
        var id = await _scene.OwnedAsync();
        var draft = await DraftAsync(id);
        foreach (var user in new[] { RoutingScene.Kay, Staff.Nobody })
        {
            Assert.Null(await Desk.BeginAsync(user, id, Token));
            Assert.Null(await Desk.OfCaseAsync(user, id, Token));
            Assert.Equal(new RoutingOutcome.Forbidden(StaffRole.Agent), await Desk.SaveAsync(user, draft, Token));
            Assert.Equal(new RoutingOutcome.Forbidden(StaffRole.Agent), await Desk.NoteStateAsync(user, 1, 0, "1", RequestState.Open, Token));
        }
    }

    [Fact]
    public async Task The_customer_is_the_case_s_and_another_s_subscription_is_refused()
    {
        var id = await _scene.OwnedAsync();
        var draft = await DraftAsync(id);
        draft.CustomerId = "fabrikam";
        await Desk.SaveAsync(RoutingScene.Aki, draft, Token);
        Assert.Equal("contoso", Assert.Single(await ViewsAsync(id)).Escalation.CustomerId);

        var stranger = await _scene.Bot.ReadAsync(db => db.Subscriptions.Where(known => known.CustomerId != "contoso").Select(known => known.Id).FirstAsync(Token));
        await RefusedAsync(id, packet => packet.SubscriptionId = stranger, "SubscriptionId", RoutingProblemCode.NotThisCustomers);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_its_field()
    {
        var id = await _scene.OwnedAsync();
        await RefusedAsync(id, packet => packet.TenantId = "contoso.com", "TenantId", RoutingProblemCode.NoGuid);
        await RefusedAsync(id, packet => packet.IncidentId = "12345", "IncidentId", RoutingProblemCode.NoIncidentId);
        await RefusedAsync(id, packet => packet.ReservationIds = ["one"], "ReservationIds", RoutingProblemCode.NoGuid);
        await RefusedAsync(id, packet => packet.AffectedUsers = -1, "AffectedUsers", RoutingProblemCode.OutOfRange);
        await RefusedAsync(id, packet => packet.Impact = new string('x', 10_001), "Impact", RoutingProblemCode.TooLong);
        await RefusedAsync(id, packet => packet.ContactEmail = "aki", "ContactEmail", RoutingProblemCode.NoEmail);
        await RefusedAsync(
            id, packet => (packet.IncidentFrom, packet.IncidentUntil) = (_scene.Now, _scene.Now - Duration.FromHours(1)), "IncidentUntil", RoutingProblemCode.EndsBeforeItBegins);
        Assert.Null(await Desk.BeginAsync(RoutingScene.Aki, 999, Token));
    }

    [Fact]
    public async Task A_number_is_needed_to_note_a_state()
    {
        var id = await _scene.OwnedAsync();
        await Desk.SaveAsync(RoutingScene.Aki, await DraftAsync(id), Token);
        Assert.IsType<RoutingOutcome.Invalid>(await Desk.NoteStateAsync(RoutingScene.Aki, 1, 0, " ", RequestState.Open, Token));
        Assert.IsType<RoutingOutcome.Invalid>(await Desk.NoteStateAsync(RoutingScene.Aki, 1, 0, "1", RequestState.None, Token));
        Assert.IsType<RoutingOutcome.NotFound>(await Desk.NoteStateAsync(RoutingScene.Aki, 2, 0, "1", RequestState.Open, Token));
    }

    public void Dispose() => _scene.Dispose();

    private async Task RefusedAsync(long id, Action<Escalation> change, string field, RoutingProblemCode code)
    {
        var draft = await DraftAsync(id);
        change(draft);
        var problem = Assert.Single(Assert.IsType<RoutingOutcome.Invalid>(await Desk.SaveAsync(RoutingScene.Aki, draft, Token)).Problems);
        Assert.Equal((field, code), (problem.Field, problem.Code));
    }

    private Task<RoutingOutcome> NoteAsync(long id, int version) =>
        Desk.NoteStateAsync(RoutingScene.Aki, id, version, "2411240040001234", RequestState.Open, Token);

    private async Task<Escalation> DraftAsync(long id)
    {
        var draft = (await Desk.BeginAsync(RoutingScene.Aki, id, Token))!;
        draft.SubscriptionId = null;
        return draft;
    }

    private async Task<IReadOnlyList<EscalationView>> ViewsAsync(long id) => (await Desk.OfCaseAsync(RoutingScene.Aki, id, Token))!;
}
