using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BillingBot.Conversation;
using BillingBot.Protocol;

namespace BillingBot.Tests.Conversations;

/// <summary>What this process has just written it gets back as it was; that must be what the database would give.</summary>
public sealed class StoredTests
{
    private static readonly Incoming Said = new()
    {
        Kind = TurnKind.Message,
        Text = "請求書 \u0000 😀 \\ \"",
        Sender = new Sender("29:1", "Alex") { TenantId = "tenant" },
        Action = new TurnAction(Verbs.Helped, "late-payment"),
        IsGroup = true,
    };

    private static readonly ReplyMessage Answered = new()
    {
        Text = "**Pay** by Friday.",
        Question = "Did this help?",
        Choices = [new Choice("Yes", Verbs.Helped, "late-payment"), new Choice("No")],
        Card = new Card("INV-1", "Due", [new CardFact("Amount", "¥1")]) { Tone = CardTone.Warning },
        Language = "ja",
    };

    [Fact]
    public void What_was_said() => ReadsAlike(Said, ConversationJson.Default.Incoming);

    [Fact]
    public void What_was_answered() => ReadsAlike(new OutgoingMessage(Answered, Said.Sender, "asked"), ConversationJson.Default.OutgoingMessage);

    [Fact]
    public void Where_it_was_said() => ReadsAlike(
        new ConversationReference
        {
            ChannelId = "msteams",
            ServiceUrl = "https://smba.trafficmanager.net/emea/",
            Conversation = new ConversationAccount { Id = "a:1", TenantId = "tenant", ConversationType = "personal" },
            Bot = new ChannelAccount { Id = "28:bot", Name = "BillingBot" },
        },
        ProtocolJson.Default.ConversationReference);

    [Fact]
    public void What_is_not_readable_is_nothing() => Assert.Null(Stored.Read("{", ConversationJson.Default.Incoming));

    private static void ReadsAlike<T>(T value, JsonTypeInfo<T> type)
        where T : class
    {
        var json = Stored.Write(value, type);
        Assert.Same(value, Stored.Read(json, type));
        var fromDatabase = Stored.Read(new string(json.AsSpan()), type)!;
        Assert.NotSame(value, fromDatabase);
        Assert.Equivalent(value, fromDatabase, strict: true);
        Assert.Equal(json, JsonSerializer.Serialize(fromDatabase, type));
    }
}
