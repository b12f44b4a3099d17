using BillingBot.Channels.DirectLine;

namespace BillingBot.Tests.Channels.DirectLine;

public sealed class DirectLineOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() => Assert.Empty(Failures(_ => { }));

    [Fact]
    public void A_short_secret_is_refused_without_being_told()
    {
        var failure = Assert.Single(Failures(options => options.Secret = "hunter2"));
        Assert.Contains("DirectLine:Secret", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("www.example.com")]
    [InlineData("https://www.example.com/")]
    [InlineData("https://www.example.com/chat")]
    [InlineData("ftp://www.example.com")]
    [InlineData("https://*.example.com")]
    [InlineData("")]
    public void What_is_not_an_origin_is_refused_by_key(string origin) => Assert.Contains(
        "DirectLine:TrustedOrigins", Assert.Single(Failures(options => options.TrustedOrigins = [origin])), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://www.example.com")]
    [InlineData("http://localhost:8080")]
    [InlineData("*")]
    public void Origins_are_taken(string origin) => Assert.Empty(Failures(options => options.TrustedOrigins = [origin]));

    [Fact]
    public void Every_other_bad_value_names_its_key()
    {
        (string Key, Action<DirectLineOptions> Break)[] breaks =
        [
            ("TokenLifetime", options => options.TokenLifetime = TimeSpan.FromMinutes(1)),
            ("StreamUrlLifetime", options => options.StreamUrlLifetime = TimeSpan.Zero),
            ("MaximumActivityLength", options => options.MaximumActivityLength = 0),
            ("RequestsPerMinute", options => options.RequestsPerMinute = 0),
            ("KeepAlive", options => options.KeepAlive = TimeSpan.Zero),
            ("SendTimeout", options => options.SendTimeout = TimeSpan.FromHours(1)),
            ("BotId", options => options.BotId = ""),
            ("BotName", options => options.BotName = ""),
        ];
        Assert.All(breaks, broken =>
            Assert.StartsWith($"{broken.Key}: ", Assert.Single(Failures(broken.Break)), StringComparison.Ordinal));
    }

    private static IEnumerable<string> Failures(Action<DirectLineOptions> change)
    {
        var options = new DirectLineOptions();
        change(options);
        return new DirectLineOptionsValidator().Validate(null, options).Failures ?? [];
    }
}
