using BillingBot.Channels.Delivery;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Tests.Channels.Delivery;

public sealed class RetryPolicyTests
{
    private static readonly DeliveryOptions Settings = new()
    {
        GiveUpAfterHours = 10,
        MinimumAttempts = 50,
        FirstDelay = TimeSpan.FromSeconds(2),
        LongestDelay = TimeSpan.FromMinutes(2),
    };

    private readonly RetryPolicy _policy = new(Options.Create(Settings));

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(3, 8)]
    [InlineData(6, 64)]
    public void Each_wait_is_about_twice_the_one_before(int attempts, double seconds) =>
        Assert.InRange(_policy.Next(attempts, Duration.Zero, null)!.Value.TotalSeconds, seconds * 0.75, seconds * 1.25);

    [Theory]
    [InlineData(7)]
    [InlineData(20)]
    [InlineData(49)]
    public void No_wait_grows_beyond_the_longest_but_for_its_jitter(int attempts) =>
        Assert.InRange(_policy.Next(attempts, Duration.Zero, null)!.Value, Settings.LongestDelay * 0.75, Settings.LongestDelay * 1.25);

    [Fact]
    public void Two_that_failed_together_do_not_come_back_together() =>
        Assert.True(Enumerable.Range(0, 20).Select(_ => _policy.Next(5, Duration.Zero, null)).Distinct().Count() > 1);

    [Fact]
    public void A_channel_that_asks_for_longer_is_left_alone_for_longer() =>
        Assert.Equal(TimeSpan.FromMinutes(5), _policy.Next(1, Duration.Zero, TimeSpan.FromMinutes(5)));

    [Fact]
    public void A_channel_that_asks_for_hours_is_asked_again_before() =>
        Assert.InRange(_policy.Next(1, Duration.Zero, TimeSpan.FromHours(5))!.Value, TimeSpan.FromMinutes(5), _policy.Longest.ToTimeSpan());

    [Fact]
    public void A_channel_that_asks_for_less_does_not_get_a_storm() =>
        Assert.True(_policy.Next(6, Duration.Zero, TimeSpan.Zero) >= TimeSpan.FromSeconds(48));

    [Fact]
    public void However_often_it_was_tried_it_is_not_given_up_before_it_is_old() =>
        Assert.NotNull(_policy.Next(10_000, Duration.FromHours(10) - Duration.FromSeconds(1), null));

    [Fact]
    public void However_old_it_is_it_is_not_given_up_before_it_was_tried_for_a_while() =>
        Assert.NotNull(_policy.Next(49, Duration.FromHours(1_000), null));

    [Fact]
    public void When_both_is_so_it_is_given_up_whatever_the_channel_asked()
    {
        Assert.Null(_policy.Next(50, Duration.FromHours(10), null));
        Assert.Null(_policy.Next(51, Duration.FromHours(11), TimeSpan.FromSeconds(1)));
    }
}
