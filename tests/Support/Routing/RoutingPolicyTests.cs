using BillingBot.Knowledge.Support.Routing.Editing;

namespace BillingBot.Tests.Support.Routing;

/// <summary>Where cases may be posted: not to where only this machine, or what stands beside it, is reached.</summary>
public sealed class RoutingPolicyTests
{
    [Theory]
    [InlineData("https://desk.example/cases", true)]
    [InlineData("https://10.1.2.3:8443/cases", true)]
    [InlineData("http://desk.example/cases", false)]
    [InlineData("https://localhost/cases", false)]
    [InlineData("https://127.0.0.1/cases", false)]
    [InlineData("https://2130706433/cases", false)]
    [InlineData("https://0.0.0.0/cases", false)]
    [InlineData("https://[::1]/cases", false)]
    [InlineData("https://[::ffff:127.0.0.1]/cases", false)]
    [InlineData("https://169.254.169.254/latest/meta-data", false)]
    [InlineData("https://[::ffff:169.254.169.254]/latest/meta-data", false)]
    [InlineData("https://[fe80::1]/cases", false)]
    [InlineData("https://user:pass@desk.example/cases", false)]
    [InlineData("file:///etc/passwd", false)]
    public void In_Production(string address, bool isAllowed) => Assert.Equal(isAllowed, new RoutingPolicy(AllowHttpOnLoopback: false).Allows(address));

    [Theory]
    [InlineData("http://localhost:5005/cases", true)]
    [InlineData("https://localhost:5005/cases", true)]
    [InlineData("http://desk.example/cases", false)]
    public void In_Development(string address, bool isAllowed) => Assert.Equal(isAllowed, new RoutingPolicy(AllowHttpOnLoopback: true).Allows(address));
}
