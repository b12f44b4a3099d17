using System.Globalization;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Crash;

/// <summary>What a conversation leaves in memory when it is over: nothing. For longer: <c>BILLINGBOT_SOAK_CONVERSATIONS=200000</c>.</summary>
[Collection<AloneCollection>]
public sealed class SoakTests
{
    private const string Variable = "BILLINGBOT_SOAK_CONVERSATIONS";
    private const int Short = 600, BytesEach = 1_000, Noise = 500_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    [Fact]
    public async Task Conversations_that_are_over_leave_nothing_in_memory()
    {
        var wanted = int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var set) ? set : Short;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience + TimeSpan.FromMilliseconds(20 * wanted));
        using var database = new DatabaseFile();
        using var fleet = await Fleet.StartAsync(database.Path, 1, patience.Token);
        using var http = new HttpClient { BaseAddress = fleet[0].Address };
        await RoundAsync("warm", Short);
        var before = await KeptAsync();
        await RoundAsync("soak", wanted);
        var grown = await KeptAsync() - before;
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{before} bytes, and {grown} more after {wanted} conversations"));
        Assert.InRange(grown, long.MinValue, Noise + ((long)BytesEach * wanted));

        async Task RoundAsync(string name, int conversations)
        {
            await using var connector = await FakeConnector.StartAsync();
            using var customers = new Customers(fleet, connector, conversations, 2) { Prefix = name };
            await customers.SayAllAsync(patience.Token);
            (await customers.HearAllAsync(patience.Token)).Holds(mostRepeated: 0);
        }

        async Task<long> KeptAsync() => long.Parse(
            await http.GetStringAsync(new Uri("/staff-door/memory", UriKind.Relative), patience.Token), CultureInfo.InvariantCulture);
    }
}
