using System.Text.Json;
using System.Text.Json.Nodes;
using BillingBot.Channels.Activities;
using BillingBot.Protocol;

namespace BillingBot.Tests.Channels.Activities;

public sealed class ActivityRulesTests
{
    [Theory]
    [InlineData("type")]
    [InlineData("channelId")]
    [InlineData("serviceUrl")]
    [InlineData("conversation")]
    [InlineData("conversation.id")]
    [InlineData("from")]
    [InlineData("from.id")]
    public void A_missing_or_empty_field_is_named(string field)
    {
        var path = field.Split('.');
        foreach (var value in (JsonNode?[])[null, ""])
        {
            var activity = ActivityPosts.Message();
            var owner = path.Length == 1 ? activity : activity[path[0]]!.AsObject();
            if (value is null || path is ["conversation" or "from"])
                owner.Remove(path[^1]);
            else
                owner[path[^1]] = value;

            Assert.Contains(path[0], Problem(activity), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("id")]
    [InlineData("channelId")]
    [InlineData("conversation.id")]
    [InlineData("from.id")]
    public void An_id_of_a_length_that_no_channel_uses_is_named(string field)
    {
        var path = field.Split('.');
        var activity = ActivityPosts.Message();
        var owner = path.Length == 1 ? activity : activity[path[0]]!.AsObject();
        owner[path[^1]] = new string('x', 500);
        Assert.Null(Problem(activity));
        owner[path[^1]] = new string('x', 501);
        Assert.StartsWith(field, Problem(activity), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("conversationUpdate")]
    [InlineData("installationUpdate")]
    [InlineData("endOfConversation")]
    public void Some_types_need_no_sender(string type)
    {
        var activity = ActivityPosts.Message();
        activity["type"] = type;
        activity.Remove("from");

        Assert.Null(Problem(activity));
    }

    [Theory]
    [InlineData("event")]
    [InlineData("invoke")]
    public void Events_and_invokes_need_a_name(string type)
    {
        var activity = ActivityPosts.Message();
        activity["type"] = type;
        Assert.Contains("name", Problem(activity), StringComparison.Ordinal);

        activity["name"] = "webchat/join";
        Assert.Null(Problem(activity));
    }

    [Theory]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("/teams")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    [InlineData("https://user:secret@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net/?next=")]
    [InlineData("https://smba.trafficmanager.net/#")]
    public void The_serviceUrl_must_be_a_plain_web_address(string serviceUrl)
    {
        var activity = ActivityPosts.Message();
        activity["serviceUrl"] = serviceUrl;

        Assert.Contains("serviceUrl", Problem(activity), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("membersAdded")]
    [InlineData("membersRemoved")]
    [InlineData("reactionsAdded")]
    public void A_null_in_a_list_is_refused(string list)
    {
        var activity = ActivityPosts.Message();
        activity[list] = new JsonArray((JsonNode?)null);

        Assert.NotNull(Problem(activity));
    }

    [Fact]
    public void A_message_needs_no_text()
    {
        var activity = ActivityPosts.Message();
        activity.Remove("text");

        Assert.Null(Problem(activity));
    }

    private static string? Problem(JsonObject activity) =>
        ActivityRules.Problem(JsonSerializer.Deserialize(activity.ToJsonString(), ProtocolJson.Default.Activity)!);
}
