using System.Text.Json;
using System.Text.Json.Nodes;
using BillingBot.Channels.Rendering;
using BillingBot.Conversation;
using BillingBot.Protocol;

namespace BillingBot.Tests.Channels.Rendering;

public sealed class ActivityRendererTests
{
    private static readonly ReplyMessage Question = new()
    {
        Text = "Did this help?",
        Choices = [new Choice("Yes, thank you", Verbs.Helped, "late-payment"), new Choice("The collections policy")],
        Language = "en",
    };

    private static readonly ReplyMessage Answer = Question with { Text = "Pay within **30** days.", Question = "Did this help?" };

    private static readonly ReplyMessage Hours = new()
    {
        Card = new Card("サポート", "受付中です", [new CardFact("受付時間", "9:00～18:00")]) { Tone = CardTone.Good },
        Language = "ja",
    };

    [Fact]
    public void Teams_gets_the_words_and_all_buttons_in_one_adaptive_card()
    {
        var activity = Render(Question, "msteams");
        var card = Assert.Single(activity["attachments"]!.AsArray())!;
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)card["contentType"]);
        Assert.Equal("AdaptiveCard", (string?)card["content"]!["type"]);
        Assert.Equal("1.4", (string?)card["content"]!["version"]);
        Assert.Equal("Did this help?", (string?)card["content"]!["body"]![0]!["text"]);
        Assert.Equal(2, card["content"]!["actions"]!.AsArray().Count);
        Assert.False(activity.ContainsKey("text"));
        Assert.False(activity.ContainsKey("suggestedActions"));
    }

    [Fact]
    public void On_Teams_a_verb_is_executed_and_submitted_where_execute_is_not_known()
    {
        var action = Render(Question, "msteams")["attachments"]![0]!["content"]!["actions"]![0]!;
        Assert.Equal("Action.Execute", (string?)action["type"]);
        Assert.Equal("helped", (string?)action["verb"]);
        var fallback = action["fallback"]!;
        Assert.Equal("Action.Submit", (string?)fallback["type"]);
        Assert.Equal("Yes, thank you", (string?)fallback["title"]);
        AssertData("helped", "late-payment", action);
        AssertData("helped", "late-payment", fallback);
    }

    [Fact]
    public void On_Teams_a_plain_label_is_submitted_as_if_it_had_been_typed()
    {
        var action = Render(Question, "msteams")["attachments"]![0]!["content"]!["actions"]![1]!.AsObject();
        Assert.Equal("Action.Submit", (string?)action["type"]);
        Assert.False(action.ContainsKey("fallback"));
        AssertData("say", "The collections policy", action);
    }

    [Theory]
    [InlineData("directline")]
    [InlineData("webchat")]
    [InlineData("emulator")]
    public void Chat_windows_get_suggested_actions_that_say_their_label(string channel)
    {
        var activity = Render(Question, channel);
        Assert.Equal("Did this help?", (string?)activity["text"]);
        Assert.False(activity.ContainsKey("attachments"));
        Assert.Equal("customer", (string?)Assert.Single(activity["suggestedActions"]!["to"]!.AsArray()));
        AssertSaysItsLabel(activity["suggestedActions"]!["actions"]!.AsArray());
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("line")]
    [InlineData("somethingNew")]
    public void Any_other_channel_gets_a_hero_card_whose_buttons_say_their_label(string channel)
    {
        var activity = Render(Question, channel);
        Assert.Equal("Did this help?", (string?)activity["text"]);
        Assert.False(activity.ContainsKey("suggestedActions"));
        var card = Assert.Single(activity["attachments"]!.AsArray())!;
        Assert.Equal("application/vnd.microsoft.card.hero", (string?)card["contentType"]);
        AssertSaysItsLabel(card["content"]!["buttons"]!.AsArray());
    }

    [Theory]
    [InlineData("msteams")]
    [InlineData("directline")]
    public void A_card_has_a_heading_its_facts_and_its_language(string channel)
    {
        var card = Assert.Single(Render(Hours, channel)["attachments"]!.AsArray())!["content"]!;
        Assert.Equal("ja", (string?)card["lang"]);
        Assert.Equal("サポート", (string?)card["body"]![0]!["text"]);
        Assert.Equal("heading", (string?)card["body"]![0]!["style"]);
        Assert.Equal("受付中です", (string?)card["body"]![1]!["text"]);
        Assert.Equal("Good", (string?)card["body"]![1]!["color"]);
        Assert.Equal("FactSet", (string?)card["body"]![2]!["type"]);
        var fact = Assert.Single(card["body"]![2]!["facts"]!.AsArray())!;
        Assert.Equal(("受付時間", "9:00～18:00"), ((string?)fact["title"], (string?)fact["value"]));
    }

    [Fact]
    public void On_Teams_the_buttons_of_a_card_stand_under_it_and_the_words_above_it()
    {
        var activity = Render(Hours with { Text = "受付時間です", Choices = Question.Choices }, "msteams");
        Assert.Equal("受付時間です", (string?)activity["text"]);
        var card = Assert.Single(activity["attachments"]!.AsArray())!["content"]!;
        Assert.Equal("サポート", (string?)card["body"]![0]!["text"]);
        Assert.Equal(2, card["actions"]!.AsArray().Count);
    }

    [Fact]
    public void On_Teams_an_answer_and_the_question_about_it_are_one_activity_with_the_buttons_under_the_question()
    {
        var activity = Render(Answer, "msteams");
        Assert.Equal("Pay within **30** days.", (string?)activity["text"]);
        var card = Assert.Single(activity["attachments"]!.AsArray())!["content"]!;
        Assert.Equal("Did this help?", (string?)Assert.Single(card["body"]!.AsArray())!["text"]);
        Assert.Equal(2, card["actions"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("directline")]
    [InlineData("slack")]
    public void Elsewhere_the_question_stands_under_the_answer(string channel) =>
        Assert.Equal("Pay within **30** days.\n\nDid this help?", (string?)Render(Answer, channel)["text"]);

    [Theory]
    [InlineData("msteams")]
    [InlineData("directline")]
    [InlineData("slack")]
    public void A_question_alone_is_asked_like_any_words(string channel) =>
        Assert.Equal(
            Render(Question, channel).ToJsonString(), Render(Answer.Around()[^1], channel).ToJsonString());

    [Theory]
    [InlineData("msteams")]
    [InlineData("directline")]
    [InlineData("slack")]
    public void What_is_not_there_is_left_out_rather_than_null(string channel)
    {
        foreach (var message in new[] { Question, Hours, new ReplyMessage { Text = "Hello", Language = "en" } })
        {
            Assert.DoesNotContain("null", Render(message, channel).ToJsonString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_reply_names_its_language_whom_it_answers_and_what()
    {
        var activity = Render(Question, "emulator");
        Assert.Equal("en", (string?)activity["locale"]);
        Assert.Equal("asked", (string?)activity["replyToId"]);
        Assert.Equal("customer", (string?)activity["recipient"]!["id"]);
        Assert.Equal(("bot", "bot"), ((string?)activity["from"]!["id"], (string?)activity["from"]!["role"]));
    }

    private static JsonObject Render(ReplyMessage message, string channel)
    {
        var activity = ActivityRenderer.Render(
            new OutgoingMessage(message, new Sender("customer", "Customer"), "asked"),
            new ConversationReference
            {
                ChannelId = channel,
                ServiceUrl = "https://channel.example/",
                Conversation = new ConversationAccount { Id = "conversation" },
                Bot = new ChannelAccount { Id = "bot" },
            });
        return JsonSerializer.SerializeToNode(activity, ProtocolJson.Default.OutgoingActivity)!.AsObject();
    }

    private static void AssertData(string verb, string argument, JsonNode action) =>
        Assert.Equal((verb, argument), ((string?)action["data"]!["verb"], (string?)action["data"]!["argument"]));

    private static void AssertSaysItsLabel(JsonArray buttons)
    {
        Assert.Equal(Question.Choices.Select(choice => choice.Label), buttons.Select(button => (string?)button!["title"]));
        Assert.All(buttons, button => Assert.Equal("imBack", (string?)button!["type"]));
        Assert.All(buttons, button => Assert.Equal((string?)button!["title"], (string?)button!["value"]));
    }
}
