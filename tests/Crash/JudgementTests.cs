namespace BillingBot.Tests.Crash;

/// <summary>The judge of the fault tests sees every kind of fault.</summary>
public sealed class JudgementTests
{
    [Fact]
    public void It_finds_what_is_lost_doubled_out_of_order_and_repeated()
    {
        var judged = Judgement.Of(1, 4, [Of(1), Of(1), Of(3), Of(2), Of(3) with { DeliveryId = "1-9" }]);
        Assert.Equal(["c0/4"], judged.Lost);
        Assert.Equal(["c0/3"], judged.Doubled);
        Assert.Equal(["c0/2 (2) after 3 (3)"], judged.OutOfOrder);
        Assert.Equal(1, judged.Repeated);
    }

    [Fact]
    public void It_is_content_with_what_is_right()
    {
        Judgement.Of(1, 3, [Of(1), Of(2), Of(2), Of(3)]).Holds(1);
        Assert.Throws<Xunit.Sdk.InRangeException>(() => Judgement.Of(1, 1, [Of(1), Of(1)]).Holds(0));
    }

    [Fact]
    public void It_knows_the_replies_of_one_message_apart()
    {
        Delivery first = Of(1), second = first with { DeliveryId = "1-2" };
        Judgement.Of(1, 1, [first, second, second], repliesTo: _ => 2).Holds(1);
        Assert.Equal(["c0/1"], Judgement.Of(1, 1, [first, first], repliesTo: _ => 2).Lost);
        Assert.Equal(["c0/1 (1) after 1 (2)"], Judgement.Of(1, 1, [first, second, first, second], repliesTo: _ => 2).OutOfOrder);
    }

    private static Delivery Of(int number) => new($"1-{number}", "c0", $"c0/{number}", "");
}
