using BillingBot.Tests.Host;
using BillingBot.Tests.Identity;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Skills.Verify;

/// <summary>While a code is on its way: it stays good, whatever is said of the mail that has not come.</summary>
public sealed class CodeUnderwayTests(VerifyingBot shared) : IClassFixture<VerifyingBot>
{
    private readonly BotHost _bot = shared.Bot;

    private CustomerConversation Chat() => _bot.Conversation("emulator");

    [Theory]
    [InlineData("which invoices are unpaid?", Codes.Alex, "I didn't get the code", "junk folder", "Send a new code", "Thank you, Alex")]
    [InlineData("which invoices are unpaid?", Codes.Alex, "nothing came", "junk folder", "Send a new code", "Thank you, Alex")]
    [InlineData("verify me", Codes.Alex, "it hasn't arrived yet", "junk folder", "Send a new code", "Thank you, Alex")]
    [InlineData("verify me", Codes.Alex, "where is the code?", "junk folder", "Send a new code", "Thank you, Alex")]
    [InlineData("未払いの請求書はありますか", Codes.Mika, "届きません", "迷惑メール", "新しいコードを送る", "田中 美香 様、ありがとうございます")]
    [InlineData("本人確認をしたい", Codes.Mika, "メールがまだ来ていないのですが", "迷惑メール", "新しいコードを送る", "田中 美香 様、ありがとうございます")]
    public async Task Whoever_has_not_got_the_code_reads_where_it_went_and_the_code_stays_good(
        string wish, string address, string missing, string folder, string again, string known)
    {
        var chat = Chat();
        await chat.CustomerSays(wish);
        await chat.CustomerSays(address);
        var code = await _bot.CodeForAsync(address);
        var sent = await MailsAsync(address);
        var told = await chat.CustomerSays(missing);
        Assert.Contains(address, told.Text.Replace("\u2060", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(folder, told.Text, StringComparison.Ordinal);
        Assert.Contains(again, told.Buttons);
        Assert.Equal(sent, await MailsAsync(address));
        Assert.Contains(known, (await chat.CustomerSays(code)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify me", Codes.Alex, "resend", "Thank you, Alex")]
    [InlineData("verify me", Codes.Alex, "please send it again", "Thank you, Alex")]
    [InlineData("verify me", Codes.Alex, "Send a new code", "Thank you, Alex")]
    [InlineData("本人確認をしたい", Codes.Mika, "再送", "田中 美香")]
    [InlineData("本人確認をしたい", Codes.Mika, "コードを再送してください", "田中 美香")]
    [InlineData("本人確認をしたい", Codes.Mika, "新しいコードを送る", "田中 美香")]
    public async Task A_new_code_goes_to_the_same_address_without_asking_for_it_anew(string wish, string address, string again, string known)
    {
        var chat = Chat();
        await chat.CustomerSays(wish);
        await chat.CustomerSays(address);
        var sent = await MailsAsync(address);
        await chat.CustomerSays(again);
        Assert.Equal(sent + 1, await MailsAsync(address));
        Assert.Contains(known, (await chat.CustomerSays(await _bot.CodeForAsync(address))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_address_can_still_be_given()
    {
        var chat = Chat();
        await chat.AskAsync(_bot, "typo@example.com");
        Assert.Contains("another address", (await chat.CustomerSays("I did not get anything")).Text, StringComparison.Ordinal);
        await chat.CustomerSays(Codes.Alex);
        Assert.Contains("Thank you, Alex", (await chat.CustomerSays(await _bot.CodeForAsync(Codes.Alex))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_not_on_file_reads_the_same_while_its_code_does_not_come()
    {
        var (known, unknown) = (Chat(), Chat());
        await known.AskAsync(_bot);
        await unknown.AskAsync(_bot, "contoso-liam@example.com");
        foreach (var words in new[] { "it did not arrive", "resend", "nothing came" })
        {
            Assert.Equal(
                (await known.CustomerSays(words)).Text.Replace("alex", "liam", StringComparison.Ordinal), (await unknown.CustomerSays(words)).Text);
        }
    }

    [Fact]
    public async Task Beyond_the_codes_of_an_hour_none_is_sent_and_the_last_one_still_counts()
    {
        using var bot = BotHost.Start();
        var chat = bot.Conversation("emulator");
        await chat.AskAsync(bot);
        await chat.CustomerSays("resend");
        await chat.CustomerSays("resend");
        var code = await bot.CodeForAsync(Codes.Alex);
        var refused = await chat.CustomerSays("resend");
        Assert.Contains("Too many codes", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Talk to a person", refused.Buttons);
        Assert.Equal(3, await bot.ReadAsync(db => db.Mails.CountAsync(mail => mail.IsSecret)));
        Assert.Contains("Thank you, Alex", (await chat.CustomerSays(code)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_an_invoice_did_not_come_is_a_question_of_its_own()
    {
        var chat = Chat();
        await chat.AskAsync(_bot);
        var aside = await chat.CustomerSays("I didn't get the invoice by email");
        Assert.DoesNotContain("junk folder too", aside.Text, StringComparison.Ordinal);
        Assert.Contains("Thank you, Alex", (await chat.CustomerSays(await _bot.CodeForAsync(Codes.Alex))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("We were hacked and can't get in")]
    [InlineData("No, get me a person")]
    [InlineData("不正アクセスされ、ログインできません")]
    [InlineData("担当者と話すことはできませんか")]
    public async Task A_report_and_the_wish_for_a_person_are_heard_while_a_code_is_awaited(string words)
    {
        var chat = Chat();
        await chat.CustomerSays("What is the status of INV-2026-0142?");
        await chat.CustomerSays(Codes.Alex);
        var reply = await chat.CustomerSays(words);
        Assert.DoesNotContain("mail with your code", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("迷惑メール", reply.Text, StringComparison.Ordinal);
    }

    private Task<int> MailsAsync(string address) => _bot.ReadAsync(db => db.Mails.CountAsync(mail => mail.IsSecret && mail.To == address));
}
