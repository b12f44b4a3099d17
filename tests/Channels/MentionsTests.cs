using System.Text.Json;
using BillingBot.Channels;
using BillingBot.Protocol;

namespace BillingBot.Tests.Channels;

public sealed class MentionsTests
{
    [Fact]
    public void The_mention_of_the_bot_is_taken_out() =>
        Assert.Equal("are you open?", Strip("<at>BillingBot</at> are you open?", Mention("bot", "<at>BillingBot</at>")));

    [Fact]
    public void The_mention_of_somebody_else_stays() => Assert.Equal(
        "can <at>Sam</at> pay?",
        Strip("<at>BillingBot</at> can <at>Sam</at> pay?", Mention("sam", "<at>Sam</at>"), Mention("bot", "<at>BillingBot</at>")));

    [Fact]
    public void Markup_that_a_customer_typed_is_no_mention() =>
        Assert.Equal("<at>BillingBot</at> hello", Strip("<at>BillingBot</at> hello"));

    [Fact]
    public void A_mention_counts_by_its_id_and_not_by_its_words() =>
        Assert.Equal("<at>BillingBot</at> hello", Strip("<at>BillingBot</at> hello", Mention("impostor", "<at>BillingBot</at>")));

    [Fact]
    public void An_entity_of_another_kind_or_without_words_changes_nothing() => Assert.Equal(
        "hello bot",
        Strip(
            "hello bot",
            """{"type":"place","mentioned":{"id":"bot"},"text":"hello"}""",
            Mention("bot", ""),
            """{"type":"mention"}"""));

    [Theory]
    [InlineData("""{"type":"clientInfo","text":5}""")]
    [InlineData("""{"type":"mention","mentioned":"bot","text":["hello"]}""")]
    [InlineData("null")]
    [InlineData("7")]
    public void An_entity_of_any_shape_refuses_no_message(string entity) => Assert.Equal("hello", Strip("hello", entity));

    [Fact]
    public void A_message_of_nothing_but_the_mention_is_empty()
    {
        Assert.Equal("", Strip("<at>BillingBot</at> ", Mention("bot", "<at>BillingBot</at>")));
        Assert.Equal("", Strip(null));
    }

    private static string Mention(string id, string words) =>
        $$"""{"type":"mention","mentioned":{"id":"{{id}}"},"text":"{{words}}"}""";

    private static string Strip(string? text, params string[] entities) => Mentions.Strip(new Activity
    {
        Text = text,
        Entities = [.. entities.Select(entity => JsonElement.Parse(entity))],
        Recipient = new ChannelAccount { Id = "bot" },
    });
}
