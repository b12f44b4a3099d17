using System.Text.Json.Nodes;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Conversations;

/// <summary>A recognised customer whose language is Japanese, before and after she has written a word.</summary>
public sealed class MikaTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private readonly CustomerConversation _chat = shared.Bot.Conversation("msteams", TestUser.Mika);

    [Fact]
    public async Task She_is_welcomed_by_name_in_Japanese()
    {
        using var joined = await _chat.PostAsync(_chat.Activity(
            "conversationUpdate", null, ("membersAdded", new JsonArray(new JsonObject { ["id"] = TestUser.Mika.Id }))));
        var welcome = await shared.Bot.Channel.NextAsync();
        Assert.Equal(_chat.Id, welcome.ConversationId);
        Assert.Contains("田中 美香 様、こんにちは", welcome.AllText, StringComparison.Ordinal);
        Assert.Equal("ja", (string?)welcome.Body["locale"]);
        Assert.All(new BotReplies([welcome.Body.DeepClone()]).Buttons, label => Assert.Matches(@"[\p{IsHiragana}\p{IsKatakana}]", label));
    }

    [Fact]
    public async Task She_gets_the_hours_of_her_own_plan()
    {
        var reply = await _chat.CustomerSays("今、開いていますか");
        Assert.Contains("Standard", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Plus", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Asia/Tokyo", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Her_own_plan_is_marked_among_the_plans()
    {
        var reply = await _chat.CustomerSays("どんなサポートプランがありますか");
        Assert.Contains("ご契約はStandardです", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Plus", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_product_name_alone_is_answered_in_her_language_and_English_in_English()
    {
        Assert.Matches(@"\p{IsHiragana}", (await _chat.CustomerSays("Azure")).Text);
        Assert.Contains("Mon–Fri", (await _chat.CustomerSays("When is your support open?")).Text, StringComparison.Ordinal);
    }
}
