using BillingBot.Channels.Activities;
using BillingBot.Channels.Delivery;
using BillingBot.Conversation;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Storage.Replicas;
using BillingBot.Tests.Channels.Activities;
using Microsoft.Extensions.Options;

namespace BillingBot.Tests.Channels.Delivery;

public sealed class TypingIndicatorTests
{
    private const string Connector = "https://smba.trafficmanager.net/emea/v3/conversations/c/activities";

    [Fact]
    public async Task Typing_counts_against_what_Teams_takes_and_is_left_out_beyond_it()
    {
        await using var host = await ActivityHost.StartAsync();
        _ = new LoginAuthority(host.Internet);
        host.Internet.Json(HttpMethod.Post, Connector, "{}");
        var pace = new SendPace(host.Clock);
        var leases = new Leases(factory: null!, Options.Create(new StorageOptions()), Options.Create(new ReplicaOptions()));
        var typing = new TypingIndicator(host.Get<ConnectorClient>(), pace, leases, Options.Create(new ConversationOptions()), host.Clock);
        var conversation = new Knowledge.Conversations.Conversation
        {
            Channel = "msteams",
            ChannelConversationId = "c",
            Reference = """{"channelId":"msteams","serviceUrl":"https://smba.trafficmanager.net/emea/","conversation":{"id":"c"}}""",
        };

        for (var time = 0; time < 12; time++)
        {
            await typing.ShowAsync(conversation, TestContext.Current.CancellationToken);
        }

        Assert.Equal(7, host.Internet.Seen.Count(request => request.Url == Connector));
        Assert.NotEqual(TimeSpan.Zero, pace.Reserve("c", tenant: null, replicas: 1));
    }
}
