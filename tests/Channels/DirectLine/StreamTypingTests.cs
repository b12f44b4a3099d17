using System.Text.Json.Nodes;
using BillingBot.Channels.DirectLine;
using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using BillingBot.Tests.Host;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BillingBot.Tests.Channels.DirectLine;

public sealed class StreamTypingTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly OpenStreams _streams = new(NoOtherReplicas.Instance);

    [Fact]
    public async Task A_turn_that_takes_a_moment_shows_the_bot_typing()
    {
        using var place = _streams.Open(7);
        var typing = Typing();
        typing.Started(Turn(OwnChannel.DirectLine));
        _time.Advance(TimeSpan.FromMilliseconds(699));
        Assert.False(place.Passing.TryPeek(out _));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        var shown = JsonNode.Parse(await place.Passing.ReadAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(("typing", "bot"), ((string?)shown["type"], (string?)shown["from"]!["role"]));
    }

    [Theory]
    [InlineData(OwnChannel.DirectLine, true)]
    [InlineData("msteams", false)]
    public void A_turn_that_is_done_or_elsewhere_shows_nothing(string channel, bool done)
    {
        using var place = _streams.Open(7);
        var typing = Typing();
        typing.Started(Turn(channel));
        if (done)
        {
            typing.Committed(Turn(channel), new CommittedTurn([], OldestPending: null));
        }

        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.False(place.Passing.TryPeek(out _));
    }

    private StreamTyping Typing() =>
        new(_streams, Options.Create(new ConversationOptions()), Options.Create(new DirectLineOptions()), _time);

    private static WorkItem Turn(string channel) => new(
        new Knowledge.Conversations.Conversation { Id = 7, Channel = channel, ChannelConversationId = "c", Reference = "{}" },
        new Message { ConversationId = 7, Sequence = 1, Body = "{}" });
}
