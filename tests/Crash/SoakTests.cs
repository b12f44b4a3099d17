using System.Globalization;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Crash;

/// <summary>What a conversation leaves in memory when it is over: nothing. For longer: <c>BILLINGBOT_SOAK_CONVERSATIONS=200000</c>.</summary>
[Collection<AloneCollection>]
public sealed class SoakTests
{
    private const string Variable = "BILLINGBOT_SOAK_CONVERSATIONS";

    /// <summary>Noise: pools, caches and what the runtime still learns, however many conversations there were.</summary>
    private const int Warm = 1_000, Short = 3_000, BytesEach = 100, Noise = 150_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    /// <summary>How many calls a conversation made is counted for a minute, and forgotten a while later.</summary>
    private static readonly TimeSpan Counted = TimeSpan.FromMinutes(2), Pause = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Conversations_that_are_over_leave_nothing_in_memory()
    {
        var wanted = int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var set) ? set : Short;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience + TimeSpan.FromMilliseconds(40 * wanted));
        using var database = new DatabaseFile();
        using var fleet = await Fleet.StartAsync(database.Path, 1, patience.Token, WebChats.Secret);
        using var http = new HttpClient { BaseAddress = fleet[0].Address };
        await ConnectorRoundAsync("warm", Warm);
        await SocketRoundAsync(Warm);
        var (warm, most) = (await KeptAsync(), Noise + ((long)BytesEach * wanted));
        await ConnectorRoundAsync("soak", wanted);
        var connector = await KeptAsync();
        Assert.InRange(connector - warm, long.MinValue, most);
        await SocketRoundAsync(wanted);
        var (sockets, over) = (await KeptAsync(), TimeProvider.System.GetTimestamp());
        while (sockets - connector > most && TimeProvider.System.GetElapsedTime(over) < Counted)
        {
            await Task.Delay(Pause, TimeProvider.System, patience.Token);
            sockets = await KeptAsync();
        }

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
            $"{warm} bytes, {connector - warm} more after {wanted} conversations through the connector, {sockets - connector} more after as many web chats"));
        Assert.InRange(sockets - connector, long.MinValue, most);

        async Task ConnectorRoundAsync(string name, int conversations)
        {
            await using var channel = await FakeConnector.StartAsync();
            using var customers = new Customers(fleet, channel, conversations, 2) { Prefix = name };
            await customers.SayAllAsync(patience.Token);
            (await customers.HearAllAsync(patience.Token)).Holds(mostRepeated: 0);
        }

        async Task SocketRoundAsync(int conversations)
        {
            using var chats = new WebChats(fleet[0].Address, conversations);
            await chats.TalkAllAsync(patience.Token);
        }

        async Task<long> KeptAsync() => long.Parse(
            await http.GetStringAsync(new Uri("/staff-door/memory", UriKind.Relative), patience.Token), CultureInfo.InvariantCulture);
    }
}
