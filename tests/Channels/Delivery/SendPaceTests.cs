using BillingBot.Channels.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace BillingBot.Tests.Channels.Delivery;

/// <summary>The limits that Microsoft publishes for bots in Teams.</summary>
public sealed class SendPaceTests
{
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(1, 7)]
    [InlineData(2, 8)]
    [InlineData(30, 60)]
    [InlineData(3_600, 1_800)]
    public void However_much_there_is_to_say_a_conversation_gets_no_more_than_Teams_takes_in(int seconds, int most)
    {
        var pace = new SendPace(_time);
        var sent = new List<long>();
        var began = _time.GetTimestamp();
        while (_time.GetElapsedTime(began) < TimeSpan.FromSeconds(seconds * 3))
        {
            var wait = pace.Reserve("c", "t", 1);
            if (wait == TimeSpan.Zero)
            {
                sent.Add(_time.GetTimestamp());
            }
            else
            {
                _time.Advance(wait);
            }
        }

        var window = TimeSpan.FromSeconds(seconds);
        Assert.All(sent, first => Assert.InRange(sent.Count(at => at >= first && _time.GetElapsedTime(first, at) < window), 1, most));
        Assert.Contains(sent, first => sent.Count(at => at >= first && _time.GetElapsedTime(first, at) < window) == most);
    }

    [Theory]
    [InlineData(1, 50)]
    [InlineData(3, 16)]
    public void All_conversations_of_a_tenant_share_its_limit_and_so_do_replicas(int replicas, int most)
    {
        var pace = new SendPace(_time);
        Assert.Equal(most, Enumerable.Range(0, 200).Count(place => pace.Reserve($"c{place}", "t", replicas) == TimeSpan.Zero));
        Assert.Equal(TimeSpan.Zero, pace.Reserve("another", "another", replicas));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, pace.Reserve("c199", "t", replicas));
    }

    [Fact]
    public void However_many_conversations_there_are_each_costs_little()
    {
        const int Conversations = 30_000, LooksEach = 20;
        var time = new CountingTime();
        var pace = new SendPace(time);
        for (var place = 0; place < Conversations; place++)
        {
            pace.Reserve($"c{place}", tenant: null, replicas: 1);
        }

        Assert.InRange(time.Looks, 0, Conversations * LooksEach);
    }

    /// <summary>Counts how often somebody works out how long ago something was.</summary>
    private sealed class CountingTime : TimeProvider
    {
        public int Looks { get; private set; }

        public override long TimestampFrequency
        {
            get
            {
                Looks++;
                return TimeSpan.TicksPerSecond;
            }
        }

        public override long GetTimestamp() => 0;
    }
}
