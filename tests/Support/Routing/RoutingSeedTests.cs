namespace BillingBot.Tests.Support.Routing;

/// <summary>A new database routes from its first day; only the demo partner has a demo's settings.</summary>
public sealed class RoutingSeedTests
{
    [Fact]
    public async Task The_demo_partner_has_a_night_desk_plans_and_boundaries()
    {
        using var scene = RoutingScene.Start();
        var table = await scene.TableAsync();
        Assert.Equal(["billing", "security", "technical"], table.Queues.Select(queue => queue.Id));
        Assert.Equal(["Fraud and security", "Billing", "Critical faults outside hours", "Technical"], table.Rules.Select(rule => rule.Name));
        Assert.Equal("Litware Night Desk", Assert.Single(table.Providers).Name);
        Assert.Equal(2, table.Plans.Count);
        Assert.NotEmpty(table.Boundaries);
    }

    [Fact]
    public async Task A_real_partner_holds_nothing_that_it_has_not_entered()
    {
        using var scene = RoutingScene.Start("Production");
        var table = await scene.TableAsync();
        Assert.Equal(3, table.Queues.Count);
        Assert.Equal(["Fraud and security", "Billing", "Technical"], table.Rules.Select(rule => rule.Name));
        Assert.Empty(table.Providers);
        Assert.Empty(table.Plans);
        Assert.Empty(table.Boundaries);
    }
}
