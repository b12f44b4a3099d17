using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BillingBot.Channels.Rendering;
using BillingBot.Conversation;
using BillingBot.Protocol;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Channels.Rendering;

/// <summary>Timelines, tables and texts of imports on every channel.</summary>
public sealed class CardRenderingTests
{
    private static readonly Card Invoice = new("Invoice INV-2026-0142", "USD 1,200.00 is due on Wed 9 Dec.", [new CardFact("Status", "Open")], "Small print")
    {
        Timeline =
        [
            new TimelineStep("Mon 9 Nov", "Issued", StepState.Done),
            new TimelineStep("Tue 24 Nov", "Open", StepState.Current, "Nothing is limited."),
            new TimelineStep("Wed 9 Dec", "Due", StepState.ToCome),
            new TimelineStep("15 days after", "Reminder", StepState.General),
        ],
        Table = new CardTable(
            ["Invoice", "For", "Due", "Amount"],
            [
                new CardRow(["INV-2026-0142", "October 2026", "Wed 9 Dec", "USD 1,200.00"], new Choice("Status of INV-2026-0142")),
                new CardRow(["INV-2026-0138", "", "Fri 4 Dec", "USD 1,800.00"]),
            ]),
    };

    [Theory]
    [InlineData("msteams")]
    [InlineData("directline")]
    [InlineData("webchat")]
    [InlineData("emulator")]
    public void A_step_says_its_state_in_words_and_by_a_sign(string channel)
    {
        var text = Replies(Invoice, channel).Text;
        Assert.Contains("Mon 9 Nov · done", text, StringComparison.Ordinal);
        Assert.Contains("Tue 24 Nov · now", text, StringComparison.Ordinal);
        Assert.Contains("Wed 9 Dec · to come", text, StringComparison.Ordinal);
        Assert.Contains("15 days after\n", text + "\n", StringComparison.Ordinal);
        Assert.All(new[] { "✓", "●", "○", "–" }, sign => Assert.Contains(sign, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Steps_are_said_in_the_card_s_language() =>
        Assert.Contains("11月9日・完了", Replies(new Card("請求書", null, []) { Timeline = [new TimelineStep("11月9日", "発行", StepState.Done)] }, "msteams", "ja").Text, StringComparison.Ordinal);

    [Fact]
    public void A_row_can_be_pressed_and_says_its_label()
    {
        var container = Table(Invoice)[1]!;
        Assert.Equal("Action.Submit", (string?)container["selectAction"]!["type"]);
        Assert.Equal("Status of INV-2026-0142", (string?)container["selectAction"]!["title"]);
        Assert.Equal("say", (string?)container["selectAction"]!["data"]!["verb"]);
        Assert.Equal("Status of INV-2026-0142", (string?)container["selectAction"]!["data"]!["argument"]);
        Assert.Null(Table(Invoice)[2]!["selectAction"]);
    }

    [Fact]
    public void A_row_is_two_columns_at_most_with_the_rest_beneath_so_that_a_phone_can_show_it()
    {
        var row = Table(Invoice)[1]!["items"]!.AsArray();
        Assert.Equal(2, row[0]!["columns"]!.AsArray().Count);
        Assert.Equal("For: October 2026 · Due: Wed 9 Dec", (string?)row[1]!["text"]);
        Assert.Equal("Due: Fri 4 Dec", (string?)Table(Invoice)[2]!["items"]![1]!["text"]);
    }

    [Theory]
    [InlineData("[free money](https://evil.example)")]
    [InlineData("**bold** _it_ `code` <b>x</b> ~~no~~")]
    [InlineData("# Heading")]
    [InlineData("- item")]
    [InlineData("1. one")]
    [InlineData("![x](https://evil.example/pixel.png)")]
    public void What_an_import_brought_is_never_read_as_Markdown(string name)
    {
        foreach (var channel in new[] { "msteams", "slack" })
        {
            var text = Replies(Named(name), channel).Text;
            Assert.DoesNotMatch(@"(?<!\\)\]\(", text);
            Assert.DoesNotContain("https://evil", text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"(?m)(?<!\\)(?:\*\*bold|<b>|`code|^# |^- item|^1\. )", text);
        }
    }

    [Fact]
    public void Ordinary_names_stay_as_they_are()
    {
        const string Name = "Microsoft 365 E3 (no Teams) - 2-year term, 1.5 GB @ 50%";
        Assert.Contains(Name, Replies(Named(Name), "msteams").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_table_is_cut_to_what_a_channel_takes_and_says_how_much_is_missing()
    {
        var name = new string('請', 280);
        var rows = Enumerable.Range(1, 200).Select(number => new CardRow([$"{number}. {name}", "usage", "USD 1.00"])).ToList();
        var activity = Render(new Card("Lines", null, []) { Table = new CardTable(["Line", "Charge", "Amount"], rows) }, "msteams");
        Assert.True(Encoding.UTF8.GetByteCount(activity.ToJsonString()) < 28_000);
        Assert.Matches("[0-9]+ more, not shown here", new BotReplies([activity]).Text);
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("line")]
    public void A_channel_without_cards_gets_everything_as_text(string channel)
    {
        var activity = Render(Invoice, channel);
        Assert.False(activity.ContainsKey("attachments"));
        var text = (string)activity["text"]!;
        Assert.Contains("**Invoice INV-2026-0142**", text, StringComparison.Ordinal);
        Assert.Contains("- Status: Open", text, StringComparison.Ordinal);
        Assert.Contains("✓ Mon 9 Nov · done – Issued", text, StringComparison.Ordinal);
        Assert.Contains("- INV-2026-0142 · For: October 2026 · Due: Wed 9 Dec · Amount: USD 1,200.00", text, StringComparison.Ordinal);
        Assert.Contains("Small print", text, StringComparison.Ordinal);
    }

    private static Card Named(string name) => new("Lines", null, [])
    {
        Table = new CardTable(["Line", "Charge", "Amount"], [new CardRow([name, name, name])]),
        Timeline = [new TimelineStep(name, name, StepState.General, name)],
    };

    private static JsonArray Table(Card card) => Render(card, "msteams")["attachments"]![0]!["content"]!["body"]!.AsArray()
        .Last(block => (string?)block!["type"] == "Container")!["items"]!.AsArray();

    private static BotReplies Replies(Card card, string channel, string language = "en") => new([Render(card, channel, language)]);

    private static JsonObject Render(Card card, string channel, string language = "en")
    {
        var activity = ActivityRenderer.Render(
            new OutgoingMessage(new ReplyMessage { Card = card, Language = language }, new Sender("customer", "Customer"), "asked"),
            new ConversationReference
            {
                ChannelId = channel,
                ServiceUrl = "https://channel.example/",
                Conversation = new ConversationAccount { Id = "conversation" },
                Bot = new ChannelAccount { Id = "bot" },
            });
        return JsonSerializer.SerializeToNode(activity, ProtocolJson.Default.OutgoingActivity)!.AsObject();
    }
}
