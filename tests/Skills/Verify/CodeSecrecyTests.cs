using BillingBot.Tests.Channels.DirectLine;
using BillingBot.Tests.Host;
using BillingBot.Tests.Identity;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Skills.Verify;

/// <summary>Who is on file cannot be found out, and a code is nowhere to be read.</summary>
public sealed class CodeSecrecyTests(VerifyingBot shared) : IClassFixture<VerifyingBot>
{
    private readonly BotHost _bot = shared.Bot;

    private CustomerConversation Chat() => _bot.Conversation("emulator");

    [Fact]
    public async Task An_address_that_is_not_on_file_reads_the_same_to_the_last_letter_and_gets_no_mail()
    {
        var (known, unknown, colleague) = (Chat(), Chat(), Chat());
        foreach (var chat in new[] { known, unknown, colleague })
        {
            await chat.CustomerSays("verify me");
        }

        var before = await _bot.MailedCodesAsync();
        var said = await known.CustomerSays(Codes.Alex);
        var saidToUnknown = await unknown.CustomerSays("nobody@example.com");
        var saidToColleague = await colleague.CustomerSays("contoso-sam@example.com");
        Assert.Equal(said.Text, saidToUnknown.Text);
        Assert.Equal(said.Text, saidToColleague.Text);
        Assert.Equal(before + 1, await _bot.MailedCodesAsync());
        var wrong = Codes.Wrong(await _bot.CodeForAsync(Codes.Alex));
        for (var number = 0; number < 7; number++)
        {
            Assert.Equal((await known.CustomerSays(wrong)).Text, (await unknown.CustomerSays(wrong)).Text);
        }
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
    public async Task A_web_chat_that_reads_again_finds_the_code_hidden()
    {
        var guest = await DirectLineClient.StartedAsync(_bot);
        await guest.SayAsync("verify me");
        await guest.ReadUntilAsync(activities => activities.Any(activity => activity.Says("e-mail address")));
        await guest.SayAsync(Codes.Alex);
        await guest.ReadUntilAsync(activities => activities.Any(activity => activity.Says("If this address")));
        await guest.SayAsync($"it is {await _bot.CodeForAsync(Codes.Alex)}!", "typed");
        await guest.ReadUntilAsync(activities => activities.Any(activity => activity.Says("Thank you, Alex Wilber")));

        // What was read until then came in pages, and the first of them may be older than the turn that hid the code.
        var all = await guest.ReadAllAsync();
        Assert.Single(all, activity => activity.Says("it is ••••••!") && activity.ToJsonString().Contains("typed", StringComparison.Ordinal));
    }
}
