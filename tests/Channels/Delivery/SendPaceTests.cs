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
}
