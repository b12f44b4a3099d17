using BillingBot.Tests.Host;

namespace BillingBot.Tests.Crash;

/// <summary>A channel that answers with 429, with 5xx, late, not at all, or wrongly.</summary>
[Collection<AloneCollection>]
public sealed class ChannelTroubleTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    [Fact]
    public async Task Whatever_the_channel_does_each_reply_comes_once_and_in_order()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var database = new DatabaseFile();
        await using var connector = await FakeConnector.StartAsync();
        connector.Does = (delivery, attempt) => (Place(delivery) % 10, attempt) switch
        {
            (1, 1) => Trouble.Throttled,
            (3, 1 or 2) => Trouble.Broken,
            (5, 1) => Trouble.Silent,
            (7, _) => Trouble.Slow,
            _ => Trouble.None,
        };
        using var fleet = await Fleet.StartAsync(database.Path, 1, patience.Token);
        using var customers = new Customers(fleet, connector, 100, 5);
        await customers.SayAllAsync(patience.Token);
        (await customers.HearAllAsync(patience.Token)).Holds(mostRepeated: 0);
    }

    [Fact]
    public async Task A_channel_that_took_a_reply_and_says_that_it_did_not_gets_it_again_under_the_same_id_and_before_the_next()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var database = new DatabaseFile();
        await using var connector = await FakeConnector.StartAsync();
        connector.Does = (delivery, attempt) => attempt == 1 && Place(delivery) % 3 == 0 ? Trouble.TakenAndBroken : Trouble.None;
        using var fleet = await Fleet.StartAsync(database.Path, 1, patience.Token);
        using var customers = new Customers(fleet, connector, 30, 5);
        await customers.SayAllAsync(patience.Token);
        var judged = await customers.HearAllAsync(patience.Token);
        judged.Holds(mostRepeated: connector.All.Count);
        Assert.True(judged.Repeated > 0);
    }

    /// <summary>A number of the message that is the same at each attempt.</summary>
    private static int Place(Delivery delivery) => delivery.DeliveryId.Sum(character => character);
}
