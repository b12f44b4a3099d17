using System.Text.Json.Nodes;
using BillingBot.Tests.Host;
using BillingBot.Tests.Identity;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Skills.Verify;

/// <summary>What a code is worth, and what counts as a try.</summary>
public sealed class CodeTriesTests(VerifyingBot shared) : IClassFixture<VerifyingBot>
{
    private readonly BotHost _bot = shared.Bot;

    private CustomerConversation Chat() => _bot.Conversation("emulator");

    [Fact]
    public async Task The_sixth_try_is_locked_even_with_the_right_code_and_so_is_asking_anew_until_the_wait_is_over()
    {
        var chat = Chat();
        var code = await chat.AskAsync(_bot);
        var sent = await _bot.MailedCodesAsync();
        foreach (var left in new[] { 4, 3, 2, 1 })
        {
            Assert.Contains($"tries left: {left}", (await chat.CustomerSays(Codes.Wrong(code))).Text, StringComparison.Ordinal);
        }

        Assert.Contains("about 15 minutes", (await chat.CustomerSays(Codes.Wrong(code))).Text, StringComparison.Ordinal);
        Assert.Contains("one wrong code too many", (await chat.CustomerSays(code)).Text, StringComparison.Ordinal);
        Assert.Contains("one wrong code too many", (await chat.CustomerSays(Codes.Alex)).Text, StringComparison.Ordinal);
        Assert.Equal(sent, await _bot.MailedCodesAsync());
        _bot.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Contains("no valid code", (await chat.CustomerSays(code)).Text, StringComparison.Ordinal);
        await chat.CustomerSays(Codes.Alex);
        Assert.Contains("Thank you, Alex", (await chat.CustomerSays(await _bot.CodeForAsync(Codes.Alex))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_of_another_conversation_or_of_another_sender_fails()
    {
        var (first, second) = (Chat(), Chat());
        var code = await first.AskAsync(_bot);
        await second.AskAsync(_bot, "nobody@example.com");
        Assert.Contains("not right", (await second.CustomerSays(code)).Text, StringComparison.Ordinal);
        var stranger = first.As(new TestUser("29:stranger", "Stranger"));
        Assert.DoesNotContain("Thank you", (await stranger.CustomerSays(code)).Text, StringComparison.Ordinal);
        Assert.False(await _bot.IsVerifiedAsync(first) || await _bot.IsVerifiedAsync(second));
        Assert.Contains("Thank you, Alex", (await first.CustomerSays(code)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_used_code_an_old_one_and_one_that_was_replaced_are_worth_nothing()
    {
        var chat = Chat();
        var old = await chat.AskAsync(_bot);
        _bot.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Contains("no valid code", (await chat.CustomerSays(old)).Text, StringComparison.Ordinal);
        await chat.CustomerSays(Codes.Alex);
        var replaced = await _bot.CodeForAsync(Codes.Alex);
        await chat.CustomerSays(Codes.Alex);
        var newest = await _bot.CodeForAsync(Codes.Alex);
        Assert.NotEqual(replaced, newest);
        Assert.Contains("not right", (await chat.CustomerSays(replaced)).Text, StringComparison.Ordinal);
        Assert.Contains("Thank you, Alex", (await chat.CustomerSays(newest)).Text, StringComparison.Ordinal);
        await chat.CustomerSays("sign out");
        await chat.CustomerSays("verify me");
        Assert.DoesNotContain("Thank you, Alex", (await chat.CustomerSays(newest)).Text, StringComparison.Ordinal);
        Assert.False(await _bot.IsVerifiedAsync(chat));
    }

    [Theory]
    [InlineData("🙂")]
    [InlineData("🙂@🙂")]
    [InlineData("a@@b@example.com")]
    [InlineData("\u202Ealex@example\u202C")]
    [InlineData("contoso-alex@example.com contoso-sam@example.com")]
    [InlineData("contoso-alex@example.com\r\nBcc: victim@example.com")]
    [InlineData("@")]
    public async Task Odd_words_for_an_address_send_nothing_twice_and_lose_nothing(string words)
    {
        var chat = Chat();
        await chat.CustomerSays("verify me");
        Assert.DoesNotContain("went wrong", (await chat.CustomerSays(words)).Text, StringComparison.Ordinal);
        Assert.Empty(await _bot.ReadAsync(db => db.Mails.Where(mail => mail.To.Contains("victim") || mail.To.Contains("sam")).ToListAsync()));
        await chat.CustomerSays(Codes.Alex);
        Assert.Contains("Thank you, Alex", (await chat.CustomerSays(await _bot.CodeForAsync(Codes.Alex))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("🔑🔑🔑🔑🔑🔑")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("\u202E")]
    [InlineData("٣")]
    [InlineData("INV-2026-0142")]
    [InlineData("INV-2026-14")]
    [InlineData("+81-3-5550-0100")]
    public async Task What_is_no_code_counts_as_no_try(string words)
    {
        var chat = Chat();
        var code = await chat.AskAsync(_bot);
        Assert.DoesNotContain("went wrong", (await chat.CustomerSays(words)).Text, StringComparison.Ordinal);
        Assert.Equal(0, (await _bot.NewestCodeAsync(chat)).Tries);
        Assert.Contains("Thank you, Alex", (await chat.CustomerSays(code)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_text_is_no_address_and_no_code()
    {
        var chat = Chat();
        await chat.CustomerSays("verify me");
        Assert.DoesNotContain("went wrong", (await chat.CustomerSays(new string('@', 50_000))).Text, StringComparison.Ordinal);
        await chat.CustomerSays(Codes.Alex);
        Assert.DoesNotContain("went wrong", (await chat.CustomerSays(new string('1', 50_000))).Text, StringComparison.Ordinal);
        Assert.Equal(0, (await _bot.NewestCodeAsync(chat)).Tries);
    }

    [Fact]
    public async Task The_channel_s_repeat_of_an_activity_burns_one_try_and_sends_one_code()
    {
        var chat = Chat();
        await chat.CustomerSays("verify me");
        var before = await _bot.MailedCodesAsync();
        await RepeatAsync(chat, chat.Message(Codes.Alex, "address"));
        Assert.Equal(before + 1, await _bot.MailedCodesAsync());
        var code = await _bot.CodeForAsync(Codes.Alex);
        await RepeatAsync(chat, chat.Message(Codes.Wrong(code), "wrong"));
        Assert.Equal(1, (await _bot.NewestCodeAsync(chat)).Tries);
        await RepeatAsync(chat, chat.Message(code, "right"));
        Assert.Contains("You are Alex", (await chat.CustomerSays("who am I")).Text, StringComparison.Ordinal);
    }

    private static async Task RepeatAsync(CustomerConversation chat, JsonObject activity)
    {
        activity["deliveryMode"] = "expectReplies";
        for (var time = 0; time < 3; time++)
        {
            using var answer = await chat.PostAsync((JsonObject)activity.DeepClone());
            answer.EnsureSuccessStatusCode();
        }
    }
}
