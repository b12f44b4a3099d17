using BillingBot.Knowledge.Support.Routing;
using BillingBot.Routing;
using NodaTime;

namespace BillingBot.Tests.Support.Dispatch;

/// <summary>The signature is the one of standardwebhooks.com.</summary>
public sealed class WebhookSignatureTests
{
    private static readonly byte[] Key = WebhookSecret.Read("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")!;
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string Timestamp = "1614265330";
    private const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static readonly byte[] Body = "{\"test\": 2432232314}"u8.ToArray();
    private static readonly Instant Then = Instant.FromUnixTimeSeconds(1614265330);

    [Fact]
    public void It_is_the_published_example_s() => Assert.Equal(Signature, WebhookSignature.Sign(Key, Id, 1614265330, Body));

    [Fact]
    public void One_of_several_is_enough() => Assert.True(IsGood(signatures: $"v1,AAAA {Signature} v2,x"));

    [Theory]
    [InlineData("")]
    [InlineData("v1,")]
    [InlineData("v1,AAAA")]
    [InlineData("v1,!")]
    [InlineData("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    public void Another_is_not_good(string signatures) => Assert.False(IsGood(signatures: signatures));

    [Theory]
    [InlineData("1614265331")]
    [InlineData("-1614265330")]
    [InlineData("99999999999999999999")]
    [InlineData("9223372036854775807")]
    [InlineData("")]
    public void Another_time_is_not_good(string timestamp) => Assert.False(IsGood(timestamp: timestamp));

    [Theory]
    [InlineData(301, false)]
    [InlineData(300, true)]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    public void It_is_good_for_five_minutes(int secondsLater, bool isGood) =>
        Assert.Equal(isGood, IsGood(now: Then + Duration.FromSeconds(secondsLater)));

    [Fact]
    public void It_is_bound_to_id_and_body()
    {
        Assert.False(IsGood(id: Id + "x"));
        Assert.False(IsGood(body: [.. Body, 0]));
    }

    private static bool IsGood(string id = Id, string timestamp = Timestamp, string signatures = Signature, byte[]? body = null, Instant? now = null) =>
        WebhookSignature.IsGood(Key, id, timestamp, signatures, body ?? Body, now ?? Then);
}
