using BillingBot.WebChat;

namespace BillingBot.Tests.WebChat;

public sealed class WebChatOptionsTests
{
    [Fact]
    public void Nothing_needs_to_be_set() => Assert.True(new WebChatOptionsValidator().Validate(name: null, new()).Succeeded);

    [Theory]
    [InlineData("red")]
    [InlineData("#12345")]
    [InlineData("#0B5CAD; } body { display: none")]
    public void A_colour_is_six_hex_digits(string colour) => Refused(new() { AccentColor = colour }, "WebChat:AccentColor");

    [Theory]
    [InlineData("http://partner.example/logo.svg")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://partner.example/logo.svg; script-src *")]
    [InlineData("//partner.example/logo.svg")]
    public void A_logo_comes_from_this_site_or_over_https(string url) => Refused(new() { LogoUrl = url }, "WebChat:LogoUrl");

    [Theory]
    [InlineData("/logo.svg")]
    [InlineData("https://partner.example/img/logo.svg")]
    public void A_usable_logo_is_taken(string url) =>
        Assert.True(new WebChatOptionsValidator().Validate(name: null, new() { LogoUrl = url }).Succeeded);

    [Theory]
    [InlineData("#0B5CAD", "#FFFFFF")]
    [InlineData("#FFCC00", "#000000")]
    [InlineData("#767676", "#FFFFFF")]
    public void Text_on_the_colour_can_be_read(string colour, string text) => Assert.Equal(text, AccentColor.TextOn(colour));

    private static void Refused(WebChatOptions options, string key)
    {
        var result = new WebChatOptionsValidator().Validate(name: null, options);

        Assert.Contains(key, Assert.Single(result.Failures!), StringComparison.Ordinal);
    }
}
