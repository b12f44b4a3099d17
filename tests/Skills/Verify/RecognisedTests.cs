using BillingBot.Tests.Host;
using BillingBot.Tests.Identity;

namespace BillingBot.Tests.Skills.Verify;

/// <summary>Who was recognised: nobody else in the conversation, for a while, and until they sign out.</summary>
public sealed class RecognisedTests(VerifyingBot shared) : IClassFixture<VerifyingBot>
{
    private readonly BotHost _bot = shared.Bot;

    private CustomerConversation Chat() => _bot.Conversation("emulator");

    [Fact]
    public async Task Somebody_else_in_the_same_conversation_is_a_stranger_and_the_proof_ends_after_a_while()
    {
        var chat = Chat();
        await chat.CustomerSays(await chat.AskAsync(_bot));
        Assert.Contains("You are Alex", (await chat.CustomerSays("who am I")).Text, StringComparison.Ordinal);
        var other = await chat.As(new TestUser("29:other", "Alex Wilber")).CustomerSays("who am I");
        Assert.Contains("only to people I recognise", other.Text, StringComparison.Ordinal);
        Assert.Contains("You are Alex", (await chat.CustomerSays("who am I")).Text, StringComparison.Ordinal);
        Assert.Contains("only to people I recognise", (await Chat().CustomerSays("who am I")).Text, StringComparison.Ordinal);
        _bot.Clock.Advance(TimeSpan.FromHours(8));
        Assert.Contains("only to people I recognise", (await chat.CustomerSays("who am I")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sign out", "no longer recognise you as Alex Wilber")]
    [InlineData("別の人として使いたい", "解除いたしました")]
    public async Task Signing_out_forgets_at_once(string words, string expected)
    {
        var chat = Chat();
        await chat.CustomerSays(await chat.AskAsync(_bot));
        Assert.Contains(expected, (await chat.CustomerSays(words)).Text, StringComparison.Ordinal);
        Assert.Contains("only to people I recognise", (await chat.CustomerSays("verify me")).Text, StringComparison.Ordinal);
        Assert.False(await _bot.IsVerifiedAsync(chat));
    }

    [Fact]
    public async Task Whom_the_channel_proves_needs_no_code_and_cannot_be_forgotten()
    {
        var chat = _bot.Conversation("msteams", TestUser.Alex);
        Assert.Contains("I know that from your sign-in", (await chat.CustomerSays("verify me")).Text, StringComparison.Ordinal);
        Assert.Contains("cannot forget", (await chat.CustomerSays("sign out")).Text, StringComparison.Ordinal);
    }
}
