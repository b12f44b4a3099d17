using System.Globalization;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support.Routing;
using BillingBot.Knowledge.Support.Routing.Editing;
using BillingBot.Tests.Host;
using BillingBot.Tests.Support.Routing.Situations;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Support.Routing;

/// <summary>Leads edit the routing; nothing trusts the page, nobody overwrites another's edit unseen, and every change is audited.</summary>
public sealed class RoutingDeskTests : IDisposable
{
    private readonly RoutingScene _scene = RoutingScene.Start();
    private RoutingDesk Desk => _scene.Service<RoutingDesk>();
    private RoutingSettingsDesk Settings => _scene.Service<RoutingSettingsDesk>();
    private static CancellationToken Token => RoutingScene.Token;

    [Fact]
    public async Task Only_leads_and_administrators_read_try_or_edit()
    {
        foreach (var user in new[] { RoutingScene.Aki, RoutingScene.Kay, Staff.Nobody })
        {
            Assert.Null(await Desk.ReadAsync(user, Token));
            Assert.Null(await Desk.TryItAsync(user, Given.Bill, Token));
            RoutingOutcome[] outcomes =
            [
                await Desk.AddRuleAsync(user, Rule(), Token),
                await Desk.ChangeRuleAsync(user, Rule(), Token),
                await Desk.DeleteRuleAsync(user, 1, 0, Token),
                await Desk.ReorderAsync(user, [], [], Token),
                await Settings.SaveQueueAsync(user, Queue("vip"), isNew: true, Token),
                await Settings.DeleteQueueAsync(user, "billing", 0, Token),
                await Settings.SaveProviderAsync(user, Given.Provider("x"), isNew: true, null, Token),
                await Settings.DeleteProviderAsync(user, "night-desk", 0, Token),
                await Settings.SavePlanAsync(user, new HeldPlan { Tier = MicrosoftTier.PremierSupportForPartners }, Token),
                await Settings.DeletePlanAsync(user, 1, 0, Token),
                await Settings.SaveBoundaryAsync(user, new SupportBoundary { Product = SupportProduct.Azure, Topic = "x", SolvedBy = BoundaryKeeper.Partner }, Token),
                await Settings.DeleteBoundaryAsync(user, 1, 0, Token),
                await Settings.SetModelAsync(user, PartnerModel.IndirectReseller, 0, Token),
            ];
            Assert.All(outcomes, outcome => Assert.Equal(new RoutingOutcome.Forbidden(StaffRole.Lead), outcome));
        }

        Assert.Equal(4, (await _scene.TableAsync()).Rules.Count);
        var administrator = Staff.Of("root", "Root", StaffRole.Administrator);
        Assert.NotNull(await Desk.ReadAsync(administrator, Token));
    }

    [Fact]
    public async Task A_rule_is_added_at_the_end_and_decides_once_it_is_put_first()
    {
        var saved = Assert.IsType<RoutingOutcome.Saved>(await Desk.AddRuleAsync(RoutingScene.Lena, Rule(), Token));
        var rules = (await _scene.TableAsync()).Rules;
        Assert.Equal("Azure bills", rules[^1].Name);
        Assert.Equal("Queue:billing", await GoesAsync());

        var id = long.Parse(saved.Id, CultureInfo.InvariantCulture);
        long[] seen = [.. rules.Select(rule => rule.Id)];
        Assert.IsType<RoutingOutcome.Saved>(await Desk.ReorderAsync(RoutingScene.Lena, [id, .. seen.Where(other => other != id)], seen, Token));
        Assert.Equal("Queue:technical", await GoesAsync());
        Assert.Contains("Name: Azure bills", Assert.Single(await _scene.AuditAsync("routing.added")).Detail, StringComparison.Ordinal);
        Assert.StartsWith("Azure bills < ", Assert.Single(await _scene.AuditAsync("routing.reordered")).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_read_an_older_version_changes_nothing()
    {
        var rule = (await _scene.TableAsync()).Rules[0];
        var (first, second) = ((await _scene.TableAsync()).Rules[0], rule);
        first.Name = "First";
        second.Name = "Second";

        Assert.IsType<RoutingOutcome.Saved>(await Desk.ChangeRuleAsync(RoutingScene.Lena, first, Token));
        Assert.IsType<RoutingOutcome.Changed>(await Desk.ChangeRuleAsync(RoutingScene.Lena, second, Token));
        Assert.IsType<RoutingOutcome.Changed>(await Desk.DeleteRuleAsync(RoutingScene.Lena, second.Id, second.Version, Token));

        Assert.Equal("First", (await _scene.TableAsync()).Rules[0].Name);
        var entry = Assert.Single(await _scene.AuditAsync("routing.changed"));
        Assert.Equal(("staff:lena (lena)", "RoutingRule:1", "Name: Fraud and security -> First"), (entry.Actor, entry.Subject, entry.Detail));
    }

    [Fact]
    public async Task Of_twenty_edits_of_one_version_at_once_one_is_taken()
    {
        var edits = new List<RoutingRule>();
        for (var copy = 0; copy < 20; copy++)
        {
            var rule = (await _scene.TableAsync()).Rules[0];
            rule.Name = $"Edit {copy}";
            edits.Add(rule);
        }

        var outcomes = await Task.WhenAll(edits.Select(edit => Task.Run(() => Desk.ChangeRuleAsync(RoutingScene.Lena, edit, Token), Token)));
        Assert.Single(outcomes.OfType<RoutingOutcome.Saved>());
        Assert.Equal(19, outcomes.OfType<RoutingOutcome.Changed>().Count());
    }

    [Fact]
    public async Task What_is_deleted_is_gone_and_stays_so_after_a_restart()
    {
        foreach (var rule in (await _scene.TableAsync()).Rules)
        {
            Assert.IsType<RoutingOutcome.Saved>(await Desk.DeleteRuleAsync(RoutingScene.Lena, rule.Id, rule.Version, Token));
            Assert.IsType<RoutingOutcome.NotFound>(await Desk.DeleteRuleAsync(RoutingScene.Lena, rule.Id, rule.Version, Token));
        }

        await _scene.Service<RoutingSeed>().SeedAsync(demo: true, Token);
        Assert.Empty((await _scene.TableAsync()).Rules);
        Assert.Equal(4, (await _scene.AuditAsync("routing.deleted")).Count);
    }

    [Fact]
    public async Task The_order_needs_every_rule_once_and_the_order_that_was_seen()
    {
        var ids = (await _scene.TableAsync()).Rules.Select(rule => rule.Id).ToList();
        Assert.IsType<RoutingOutcome.Changed>(await Desk.ReorderAsync(RoutingScene.Lena, ids, [.. ids.Skip(1), ids[0]], Token));
        Assert.IsType<RoutingOutcome.Invalid>(await Desk.ReorderAsync(RoutingScene.Lena, [.. ids, ids[0]], ids, Token));
    }

    [Fact]
    public async Task A_queue_takes_a_default_from_the_one_that_had_it_and_cannot_go_while_it_is_needed()
    {
        Assert.IsType<RoutingOutcome.Saved>(await Settings.SaveQueueAsync(RoutingScene.Lena, Queue("vip", Classification.Commercial), isNew: true, Token));
        var table = await _scene.TableAsync();
        Assert.Equal("vip", table.DefaultQueue(Classification.Commercial));
        Assert.Null(table.Queue("billing")!.DefaultFor);

        Assert.Equal(RoutingProblemCode.IsTheDefault, Problem(await Settings.DeleteQueueAsync(RoutingScene.Lena, "vip", 0, Token)));
        Assert.Equal(RoutingProblemCode.StillUsed, Problem(await Settings.DeleteQueueAsync(RoutingScene.Lena, "billing", table.Queue("billing")!.Version, Token)));
        Assert.Equal(RoutingProblemCode.AlreadyTaken, Problem(await Settings.SaveQueueAsync(RoutingScene.Lena, Queue("billing"), isNew: true, Token)));
    }

    [Fact]
    public async Task A_queue_with_open_cases_cannot_go()
    {
        await Settings.SaveQueueAsync(RoutingScene.Lena, Queue("extra"), isNew: true, Token);
        var id = await _scene.OpenAsync();
        await _scene.Service<DbWriter>().CommitAsync(
            (db, token) => db.Cases.Where(known => known.Id == id).ExecuteUpdateAsync(row => row.SetProperty(known => known.Queue, "extra"), token), Token);
        Assert.Equal(RoutingProblemCode.StillUsed, Problem(await Settings.DeleteQueueAsync(RoutingScene.Lena, "extra", 0, Token)));
    }

    [Fact]
    public async Task A_provider_s_secret_is_never_shown_kept_by_an_edit_and_in_no_audit()
    {
        await _scene.AddProviderAsync();
        var read = (await _scene.TableAsync()).Provider("night")!;
        Assert.Null(read.Secret);

        read.Name = "New name";
        Assert.IsType<RoutingOutcome.Saved>(await Settings.SaveProviderAsync(RoutingScene.Lena, read, isNew: false, null, Token));
        var stored = await _scene.Bot.ReadAsync(db => db.SupportProviders.SingleAsync(known => known.Id == "night", Token));
        Assert.Equal((RoutingScene.Secret, "New name"), (stored.Secret, stored.Name));
        Assert.DoesNotContain(await _scene.Bot.ReadAsync(db => db.Audit.ToListAsync(Token)), entry => entry.Detail?.Contains("whsec_", StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task The_model_decides_where_escalations_go()
    {
        Assert.IsType<RoutingOutcome.Saved>(await Settings.SetModelAsync(RoutingScene.Lena, PartnerModel.IndirectReseller, 0, Token));
        Assert.Equal(ReasonCode.NoIndirectProvider, (await Desk.TryItAsync(RoutingScene.Lena, Given.Bill with { IsEscalation = true }, Token))!.Decision.Reasons[^1].Code);
        Assert.IsType<RoutingOutcome.Changed>(await Settings.SetModelAsync(RoutingScene.Lena, PartnerModel.DirectBill, 0, Token));
    }

    public void Dispose() => _scene.Dispose();

    private static RoutingProblemCode Problem(RoutingOutcome outcome) => Assert.IsType<RoutingOutcome.Invalid>(outcome).Problems[0].Code;

    private async Task<string> GoesAsync() =>
        (await Desk.TryItAsync(RoutingScene.Lena, Given.Bill with { Product = SupportProduct.Azure }, Token))!.Decision.Destination.ToString();

    private static SupportQueue Queue(string id, Classification? defaultFor = null) => new() { Id = id, NameEn = "VIP", NameJa = "重要顧客", DefaultFor = defaultFor };

    private static RoutingRule Rule() => new()
    {
        Order = 0,
        Name = "Azure bills",
        Classification = Classification.Commercial,
        Product = SupportProduct.Azure,
        Destination = DestinationKind.Queue,
        Target = "technical",
    };
}
