using BillingBot.Channels.Activities;

namespace BillingBot.Tests.Channels.Activities;

public sealed class ConnectorAddressTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net", "https://smba.trafficmanager.net/v3/conversations/c/activities/a")]
    [InlineData("https://smba.trafficmanager.net/", "https://smba.trafficmanager.net/v3/conversations/c/activities/a")]
    [InlineData("https://smba.trafficmanager.net/emea", "https://smba.trafficmanager.net/emea/v3/conversations/c/activities/a")]
    [InlineData("https://smba.trafficmanager.net/emea/", "https://smba.trafficmanager.net/emea/v3/conversations/c/activities/a")]
    [InlineData("http://localhost:56150/_connector", "http://localhost:56150/_connector/v3/conversations/c/activities/a")]
    public void The_path_follows_the_base_with_one_slash(string serviceUrl, string expected) =>
        Assert.Equal(expected, ConnectorAddress.Activity(serviceUrl, "c", "a")?.AbsoluteUri);

    [Theory]
    [InlineData("19:abc@thread.tacv2;messageid=17", "19%3Aabc%40thread.tacv2%3Bmessageid%3D17")]
    [InlineData("a/b|c", "a%2Fb%7Cc")]
    [InlineData("../../v3/attachments", "..%2F..%2Fv3%2Fattachments")]
    [InlineData("a?b#c", "a%3Fb%23c")]
    [InlineData("100%25", "100%2525")]
    [InlineData("会話 1", "%E4%BC%9A%E8%A9%B1%201")]
    [InlineData("a\\b", "a%5Cb")]
    public void An_id_is_one_segment_whatever_it_holds(string id, string segment)
    {
        const string Base = "https://smba.trafficmanager.net/emea/v3/conversations";

        Assert.Equal($"{Base}/{segment}/activities", ConnectorAddress.Activities("https://smba.trafficmanager.net/emea", id)?.AbsoluteUri);
        Assert.Equal($"{Base}/c/activities/{segment}", ConnectorAddress.Activity("https://smba.trafficmanager.net/emea", "c", id)?.AbsoluteUri);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void An_id_that_cannot_be_a_segment_has_no_address(string id)
    {
        Assert.Null(ConnectorAddress.Activities("https://smba.trafficmanager.net", id));
        Assert.Null(ConnectorAddress.Activity("https://smba.trafficmanager.net", "c", id));
    }
}
