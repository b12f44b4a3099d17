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
    public async Task Without_a_way_for_mail_it_says_so_and_leads_to_a_person()
    {
        using var bot = BotHost.Start(environment: "Production");
        var guest = await DirectLineClient.StartedAsync(bot);
        await guest.SayAsync("verify me");
        var all = await guest.ReadUntilAsync(activities => activities.Any(activity => activity.Says("no code can be sent from here")));
        Assert.Contains("Talk to a person", all[^1].ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(await bot.ReadAsync(db => db.VerificationCodes.ToListAsync()));
    }
}
