using BillingBot.Tests.Host;
using static BillingBot.Tests.Host.BotRepliesAssertions;

namespace BillingBot.Tests.Conversations;

/// <summary>Customers ask about their invoices, on Tuesday 24 November 2026, against the demo's figures.</summary>
public sealed class InvoiceTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private CustomerConversation Alex => shared.Bot.Conversation("msteams", TestUser.Alex);
    private CustomerConversation Mika => shared.Bot.Conversation("msteams", TestUser.Mika);

    [Fact]
    public async Task Alex_asks_for_the_last_invoice()
    {
        var reply = await Alex.CustomerSays("what's the status of my last invoice");
        AssertSays(reply, "Invoice INV-2026-0142", "USD 1,489.01 is due on Wed 9 Dec.", "October 2026", "Outstanding");
        Assert.Contains("Lines of INV-2026-0142", reply.Buttons);
        Assert.Contains("Dispute INV-2026-0142", reply.Buttons);
        Assert.Contains("Talk to a person", reply.Buttons);
    }

    [Fact]
    public async Task Alex_asks_which_invoices_are_unpaid()
    {
        var reply = await Alex.CustomerSays("which invoices are unpaid");
        AssertSays(reply, "8 invoices are unpaid, 5 are overdue.", "INV-2026-0142", "INV-2026-0112", "Outstanding in all", "USD 5,474.49");
        Assert.DoesNotContain("INV-2026-0134", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("how much do we owe you", "You owe USD 5,474.49 in all; USD 2,964.00 of it is overdue.")]
    [InlineData("are we up to date with our payments?", "No. 8 invoices are unpaid")]
    [InlineData("do we have any open invoices?", "Yes. 8 invoices are unpaid")]
    [InlineData("when is my next invoice due", "It is due on Fri 4 Dec; USD 1,000.00 is to be paid.")]
    [InlineData("is INV-2026-0134 paid?", "Yes. It is paid in full, the last payment came in on Fri 30 Oct.")]
    [InlineData("is INV-2026-0142 paid?", "No. USD 1,489.01 is due on Wed 9 Dec.")]
    [InlineData("is INV-2026-0136 overdue?", "Yes. USD 1,200.00 was due on Thu 19 Nov and is overdue by 5 days.")]
    [InlineData("how much is INV-2026-0138", "It is for USD 1,800.00, and USD 1,000.00 of it is still to be paid.")]
    [InlineData("status of invoice 138", "USD 1,000.00 of USD 1,800.00 is still to be paid by Fri 4 Dec.")]
    [InlineData("what about INV-2026-0120", "It was cancelled by a credit note")]
    [InlineData("INV-2026-0137", "It is in dispute; USD 21.48 is outstanding")]
    public async Task The_first_sentence_answers_what_was_asked(string question, string answer) =>
        AssertSays(await Alex.CustomerSays(question), answer);

    [Fact]
    public async Task Lines_and_payments_are_shown_and_what_is_not_matched_is_told()
    {
        var alex = Alex;
        var lines = await alex.CustomerSays("Lines of INV-2026-0134");
        AssertSays(lines, "Lines of INV-2026-0134", "1 · Microsoft 365 Business Premium", "rest of the old line given back", "25 × 22.00", "USD 1,189.61", "USD 1,427.53");
        var payments = await alex.CustomerSays("and the payments?");
        AssertSays(payments, "Payments for INV-2026-0134", "BACS-202609", "Fri 30 Oct", "USD 150.00 received on Sun 22 Nov", "BACS-UNKNOWN-20261124");
        AssertSays(await alex.CustomerSays("Payments for INV-2026-0120"), "CN-2026-0007", "Ordered twice");
    }

    [Fact]
    public async Task A_list_is_chosen_from_by_place_by_month_and_by_number()
    {
        var alex = Alex;
        await alex.CustomerSays("which invoices are unpaid");
        AssertSays(await alex.CustomerSays("the second one"), "Invoice INV-2026-0138");
        await alex.CustomerSays("show all my invoices");
        AssertSays(await alex.CustomerSays("August"), "Invoice INV-2026-0126");
        AssertSays(await alex.CustomerSays("is it paid?"), "Yes. It is paid in full");
    }

    [Fact]
    public async Task All_of_many_are_the_newest_ten_and_how_to_find_the_rest()
    {
        var reply = await Alex.CustomerSays("show all my invoices");
        AssertSays(reply, "You have 22 invoices; 8 are unpaid.", "12 more: name a month or a state");
        Assert.DoesNotContain("INV-2026-0112", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_said_in_words_with_what_is_nearest()
    {
        AssertSays(await Alex.CustomerSays("unpaid Azure invoices from September"),
            "You have no unpaid Azure invoice from September 2026.", "Invoice INV-2026-0134", "It is paid in full");
        AssertSays(await Alex.CustomerSays("the invoice due on Friday"), "I found no invoice due Fri 27 Nov.", "Invoice INV-2026-0138");
    }

    [Fact]
    public async Task A_month_that_can_be_taken_in_two_ways_is_told()
    {
        var reply = await Alex.CustomerSays("my October invoice");
        AssertSays(reply, "Invoice INV-2026-0142", "I took October 2026 as the month that is billed", "INV-2026-0134");
    }

    [Fact]
    public async Task Sam_sees_the_status_and_no_amount()
    {
        var sam = shared.Bot.Conversation("msteams", TestUser.Sam);
        foreach (var question in new[] { "status of INV-2026-0138", "which invoices are unpaid", "Lines of INV-2026-0138", "Payments for INV-2026-0138", "how much is INV-2026-0138", "how much do we owe you", "the 1,800 dollar invoice" })
        {
            var reply = await sam.CustomerSays(question);
            Assert.DoesNotMatch(@"USD|1,800|1,000|800\.00", reply.Text);
            Assert.Contains("billing contacts", reply.Text, StringComparison.Ordinal);
        }

        AssertSays(await sam.CustomerSays("status of INV-2026-0138"), "It is partly paid; the rest is due on Fri 4 Dec.");
    }

    [Fact]
    public async Task Kim_gets_the_same_words_for_a_stranger_s_number_and_for_one_that_does_not_exist()
    {
        var strangers = await shared.Bot.Conversation("msteams", TestUser.Kim).CustomerSays("what is the status of INV-2026-0142?");
        var nobodys = await shared.Bot.Conversation("msteams", TestUser.Kim).CustomerSays("what is the status of INV-2026-9142?");
        AssertSays(strangers, "I found no invoice INV-2026-0142.");
        Assert.Equal(nobodys.Text.Replace("9142", "0142", StringComparison.Ordinal), strangers.Text);
        Assert.Equal(nobodys.Buttons, strangers.Buttons);
    }

    [Fact]
    public async Task Kim_owes_one_invoice_only() =>
        AssertSays(await shared.Bot.Conversation("msteams", TestUser.Kim).CustomerSays("do I have unpaid invoices"), "INV-2026-0140", "Yes. USD 96.00 is due on Wed 9 Dec.");

    [Theory]
    [InlineData("先月の請求書の状況は？", "請求書 INV-2026-0141", "123,640円のお支払い期限は12月31日(木)です。")]
    [InlineData("未払いはありますか", "はい。2件が未払いです。", "未払いの合計", "193,640円")]
    [InlineData("12万円の請求書", "請求書 INV-2026-0133", "120,000円のうち70,000円が未払いで、期限は11月30日(月)です。")]
    [InlineData("INV-2026-0125は支払い済みですか？", "はい。全額お支払い済みです（最終入金日：9月30日(水)）。")]
    [InlineData("次の支払期日はいつですか", "お支払い期限は11月30日(月)です。お支払い額は70,000円です。")]
    [InlineData("INV-2026-0133の明細", "INV-2026-0133の明細", "従量課金", "120,000円")]
    [InlineData("INV-2026-0133の入金状況", "FURIKOMI-202609", "50,000円")]
    [InlineData("期限切れの請求書はありますか", "いいえ。期限超過の請求書はありません。")]
    [InlineData("3月31日が期限の請求書", "請求書 INV-2026-0069")]
    public async Task Mika_asks_in_Japanese(string question, params string[] answers)
    {
        var reply = await Mika.CustomerSays(question);
        AssertSays(reply, answers);
        Assert.DoesNotContain("JPY", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(".00", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_is_asked_to_prove_who_they_are()
    {
        var reply = await shared.Bot.Conversation("msteams").CustomerSays("INV-2026-0142");
        Assert.DoesNotContain("1,489.01", reply.Text, StringComparison.Ordinal);
        Assert.NotEmpty(reply.Text);
    }

    [Fact]
    public async Task In_a_group_nothing_is_listed_and_no_amount_is_said()
    {
        var chat = Alex;
        foreach (var question in new[] { "which invoices are unpaid", "INV-2026-0142" })
        {
            var activity = chat.Message(question);
            activity["conversation"]!["conversationType"] = "groupChat";
            activity["deliveryMode"] = "expectReplies";
            using var response = await chat.PostAsync(activity);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("USD", text, StringComparison.Ordinal);
            Assert.DoesNotContain("INV-2026-0138", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Rules_are_still_rules()
    {
        AssertSays(await Alex.CustomerSays("What happens if I don't pay my invoice?"), "reminder");
        AssertSays(await Mika.CustomerSays("支払いが遅れるとどうなりますか"), "回収方針");
    }

    [Theory]
    [InlineData("msteams")]
    [InlineData("emulator")]
    [InlineData("slack")]
    public async Task Every_label_of_an_invoice_leads_on(string channel)
    {
        var user = channel == "msteams" ? TestUser.Alex : TestUser.Guest;
        var reply = await shared.Bot.Conversation(channel, user).CustomerSays("INV-2026-0142");
        foreach (var label in reply.Buttons)
        {
            var chat = shared.Bot.Conversation(channel, user);
            await chat.CustomerSays("INV-2026-0142");
            Assert.DoesNotContain("do not want to guess", (await chat.CustomerSays(label)).Text, StringComparison.Ordinal);
        }
    }
}
