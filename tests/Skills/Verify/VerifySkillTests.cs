using System.Text.Json.Nodes;
using BillingBot.Knowledge.Identity;
using BillingBot.Tests.Channels.DirectLine;
using BillingBot.Tests.Host;
using BillingBot.Tests.Identity;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Skills.Verify;

/// <summary>Guests prove who they are, as whole conversations through the real host.</summary>
public sealed class VerifySkillTests(VerifyingBot shared) : IClassFixture<VerifyingBot>
{
    private readonly BotHost _bot = shared.Bot;

    private CustomerConversation Chat() => _bot.Conversation("emulator");

    [Fact]
    public async Task A_guest_types_the_code_and_is_recognised()
    {
        var chat = Chat();
        var why = await chat.CustomerSays("verify me");
        Assert.Contains("only to people I recognise", why.Text, StringComparison.Ordinal);
        Assert.Contains("e-mail address", why.Text, StringComparison.Ordinal);
        var sent = await chat.CustomerSays("it's contoso-alex@example.com.");
        Assert.Contains("If this address is on file", sent.Text, StringComparison.Ordinal);
        var code = await _bot.CodeForAsync(Codes.Alex);
        var known = await chat.CustomerSays(code);
        Assert.Contains("Thank you, Alex Wilber of Contoso Ltd", known.Text, StringComparison.Ordinal);
        Assert.Contains("(Europe/London)", known.Text, StringComparison.Ordinal);
        var who = await chat.CustomerSays("who am I");
        Assert.Contains("You are Alex Wilber of Contoso Ltd", who.Text, StringComparison.Ordinal);
        Assert.Contains("Sign out of this chat", who.Buttons);
    }

    [Fact]
    public async Task The_question_that_waited_is_answered_right_after_the_code()
    {
        var chat = Chat();
        var first = await chat.CustomerSays("Ask our billing contact to share INV-2026-0142");
        Assert.Contains("only to people I recognise", first.Text, StringComparison.Ordinal);
        await chat.CustomerSays(Codes.Alex);
        var answered = await chat.CustomerSays(await _bot.CodeForAsync(Codes.Alex));
        Assert.Contains("Thank you, Alex Wilber", answered.Text, StringComparison.Ordinal);
        Assert.Contains("You are your company's billing contact yourself", answered.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{0} {1}")]
    [InlineData("{0}-{1}")]
    [InlineData("my code is {0}{1}, thanks")]
    [InlineData("コードは{0}{1}です")]
    public async Task The_code_may_be_typed_in_any_way(string form)
    {
        var chat = Chat();
        var code = await chat.AskAsync(_bot);
        var reply = await chat.CustomerSays(string.Format(null, form, code[..3], code[3..]));
        Assert.Contains("Alex Wilber", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Japanese_with_full_width_digits_the_whole_way_is_Japanese()
    {
        var chat = Chat();
        Assert.Contains("メールアドレス", (await chat.CustomerSays("本人確認をしたい")).Text, StringComparison.Ordinal);
        Assert.Contains("登録されている場合は", (await chat.CustomerSays(Codes.Mika)).Text, StringComparison.Ordinal);
        var mail = await _bot.ReadAsync(db => db.Mails.Where(row => row.IsSecret).OrderByDescending(row => row.Id).FirstAsync());
        Assert.Equal("確認コードのお知らせ", mail.Subject);
        Assert.StartsWith("田中 美香 様", mail.Body, StringComparison.Ordinal);
        var code = await _bot.CodeForAsync(Codes.Mika);
        var wide = string.Concat(code.Select(digit => (char)(digit - '0' + '０'))).Insert(3, "　");
        Assert.Contains("田中 美香 様、ありがとうございます", (await chat.CustomerSays(wide)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_not_on_file_reads_the_same_to_the_last_letter_and_gets_no_mail()
    {
        var (known, unknown, colleague) = (Chat(), Chat(), Chat());
        foreach (var chat in new[] { known, unknown, colleague })
        {
            await chat.CustomerSays("verify me");
        }

        var before = await MailsAsync();
        var said = await known.CustomerSays(Codes.Alex);
        var saidToUnknown = await unknown.CustomerSays("nobody@example.com");
        var saidToColleague = await colleague.CustomerSays("contoso-sam@example.com");
        Assert.Equal(said.Text, saidToUnknown.Text);
        Assert.Equal(said.Text, saidToColleague.Text);
        Assert.Equal(before + 1, await MailsAsync());
        var wrong = Codes.Wrong(await _bot.CodeForAsync(Codes.Alex));
        for (var number = 0; number < 7; number++)
        {
            Assert.Equal((await known.CustomerSays(wrong)).Text, (await unknown.CustomerSays(wrong)).Text);
        }
    }

    [Fact]
    public async Task The_sixth_try_is_locked_even_with_the_right_code_and_so_is_asking_anew_until_the_wait_is_over()
    {
        var chat = Chat();
        var code = await chat.AskAsync(_bot);
        var sent = await MailsAsync();
        foreach (var left in new[] { 4, 3, 2, 1 })
        {
            Assert.Contains($"tries left: {left}", (await chat.CustomerSays(Codes.Wrong(code))).Text, StringComparison.Ordinal);
        }

        Assert.Contains("about 15 minutes", (await chat.CustomerSays(Codes.Wrong(code))).Text, StringComparison.Ordinal);
        Assert.Contains("one wrong code too many", (await chat.CustomerSays(code)).Text, StringComparison.Ordinal);
        Assert.Contains("one wrong code too many", (await chat.CustomerSays(Codes.Alex)).Text, StringComparison.Ordinal);
        Assert.Equal(sent, await MailsAsync());
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
        Assert.False(await IsVerifiedAsync(first) || await IsVerifiedAsync(second));
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
        Assert.False(await IsVerifiedAsync(chat));
    }

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
        Assert.False(await IsVerifiedAsync(chat));
    }

    [Fact]
    public async Task Whom_the_channel_proves_needs_no_code_and_cannot_be_forgotten()
    {
        var chat = _bot.Conversation("msteams", TestUser.Alex);
        Assert.Contains("I know that from your sign-in", (await chat.CustomerSays("verify me")).Text, StringComparison.Ordinal);
        Assert.Contains("cannot forget", (await chat.CustomerSays("sign out")).Text, StringComparison.Ordinal);
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
        Assert.Equal(0, (await NewestAsync(chat)).Tries);
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
        Assert.Equal(0, (await NewestAsync(chat)).Tries);
    }

    [Fact]
    public async Task A_side_question_and_a_cancel_are_understood_on_the_way()
    {
        var chat = Chat();
        await chat.CustomerSays("verify me");
        var aside = await chat.CustomerSays("When is your support open?");
        Assert.Contains("Mon–Fri", aside.Text, StringComparison.Ordinal);
        Assert.Contains("Back to where we were", aside.Text, StringComparison.Ordinal);
        Assert.Contains("stopped", (await chat.CustomerSays("cancel")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_channel_s_repeat_of_an_activity_burns_one_try_and_sends_one_code()
    {
        var chat = Chat();
        await chat.CustomerSays("verify me");
        var before = await MailsAsync();
        await RepeatAsync(chat, chat.Message(Codes.Alex, "address"));
        Assert.Equal(before + 1, await MailsAsync());
        var code = await _bot.CodeForAsync(Codes.Alex);
        await RepeatAsync(chat, chat.Message(Codes.Wrong(code), "wrong"));
        Assert.Equal(1, (await NewestAsync(chat)).Tries);
        await RepeatAsync(chat, chat.Message(code, "right"));
        Assert.Contains("You are Alex", (await chat.CustomerSays("who am I")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_typed_address_stands_in_the_message_alone_and_in_no_state()
    {
        var chat = Chat();
        await chat.AskAsync(_bot);
        var states = await _bot.ReadAsync(db => db.Conversations.ToListAsync());
        Assert.DoesNotContain(states, conversation => conversation.State!.Contains(Codes.Alex, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_typed_code_stays_in_no_transcript_no_state_and_no_log()
    {
        var chat = Chat();
        var code = await chat.AskAsync(_bot);
        await chat.CustomerSays($"here it is: {code}");
        var (messages, states) = (
            await _bot.ReadAsync(db => db.Messages.ToListAsync()), await _bot.ReadAsync(db => db.Conversations.ToListAsync()));
        Assert.DoesNotContain(messages, message => message.Body.Contains(code, StringComparison.Ordinal));
        Assert.Contains(messages, message => message.Body.Contains("here it is", StringComparison.Ordinal));
        Assert.DoesNotContain(states, conversation => conversation.State!.Contains(code, StringComparison.Ordinal));
        Assert.DoesNotContain(_bot.Logs.Lines, line => line.Contains(code, StringComparison.Ordinal) || line.Contains(Codes.Alex, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_way_for_mail_it_says_so_and_leads_to_a_person()
    {
        using var bot = BotHost.Start(environment: "Production");
        var guest = await DirectLineClient.StartedAsync(bot);
        await guest.SayAsync("verify me");
        var all = await guest.ReadUntilAsync(activities => activities.Any(activity => Says(activity, "no code can be sent from here")));
        Assert.Contains("Talk to a person", all[^1].ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(await bot.ReadAsync(db => db.VerificationCodes.ToListAsync()));
    }

    [Fact]
    public async Task A_web_chat_that_reads_again_finds_the_code_hidden()
    {
        var guest = await DirectLineClient.StartedAsync(_bot);
        await guest.SayAsync("verify me");
        await guest.ReadUntilAsync(activities => activities.Any(activity => Says(activity, "e-mail address")));
        await guest.SayAsync(Codes.Alex);
        await guest.ReadUntilAsync(activities => activities.Any(activity => Says(activity, "If this address")));
        await guest.SayAsync($"it is {await _bot.CodeForAsync(Codes.Alex)}!", "typed");
        await guest.ReadUntilAsync(activities => activities.Any(activity => Says(activity, "Thank you, Alex Wilber")));

        // What was read until then came in pages, and the first of them may be older than the turn that hid the code.
        var all = await guest.ReadAllAsync();
        Assert.Single(all, activity => Says(activity, "it is ••••••!") && activity.ToJsonString().Contains("typed", StringComparison.Ordinal));
    }

    /// <summary>Codes that were mailed; the bot has other things to mail as well.</summary>
    private Task<int> MailsAsync() => _bot.ReadAsync(db => db.Mails.CountAsync(mail => mail.IsSecret));

    /// <summary>The newest code that was asked for in the conversation.</summary>
    private Task<VerificationCode> NewestAsync(CustomerConversation chat) => _bot.ReadAsync(db => db.VerificationCodes
        .Where(code => db.Conversations.Any(row => row.Id == code.ConversationId && row.ChannelConversationId == chat.Id))
        .OrderByDescending(code => code.Id).FirstAsync());

    private Task<bool> IsVerifiedAsync(CustomerConversation chat) => _bot.ReadAsync(db => db.VerifiedSenders
        .AnyAsync(sender => db.Conversations.Any(row => row.Id == sender.ConversationId && row.ChannelConversationId == chat.Id)));

    private static bool Says(JsonObject activity, string words) =>
        ((string?)activity["text"])?.Contains(words, StringComparison.Ordinal) == true;

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
