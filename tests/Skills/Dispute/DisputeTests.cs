using BillingBot.Knowledge.Staff;
using BillingBot.Tests.Billing.Collections;
using BillingBot.Tests.Host;
using BillingBot.Tests.Skills.Collections;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Skills.Dispute;

/// <summary>Disputes of invoices, in whole conversations.</summary>
public class DisputeTests(SharedBot shared) : IClassFixture<SharedBot>
{
    [Fact]
    public async Task It_asks_once_what_is_wrong_and_records_the_customer_s_words()
    {
        await OweAsync(139);
        var chat = Alex();
        var asked = await chat.CustomerSays("Dispute INV-2026-0139");
        Assert.Contains("What is wrong with INV-2026-0139?", asked.Text, StringComparison.Ordinal);
        Assert.Empty(await DisputesAsync());
        var reply = await chat.CustomerSays("Line 1 bills 50 users but we only have 40 🤔");
        Assert.Contains("I have recorded your dispute of **INV-2026-0139**", reply.Text, StringComparison.Ordinal);
        Assert.Contains("pay the part that is not in dispute", reply.Text, StringComparison.Ordinal);
        var dispute = Assert.Single(await DisputesAsync());
        Assert.Equal(("Line 1 bills 50 users but we only have 40 🤔", "contoso-alex", null), (dispute.Reason, dispute.PersonId, dispute.ClosedAt));
        var task = Assert.Single(await TasksAsync());
        Assert.Equal(("contoso", "INV-2026-0139 is disputed", dispute.Reason), (task.CustomerId, task.Subject, task.Detail));
        Assert.True(await Bot.ReadAsync(db => db.Audit.AnyAsync(entry => entry.Action == "dispute.opened" && entry.Subject == "invoice:INV-2026-0139")));
    }

    [Fact]
    public async Task What_was_said_in_the_first_sentence_is_not_asked_again()
    {
        await OweAsync(139, 140);
        var chat = Alex();
        var which = await chat.CustomerSays("you billed us for 50 users but we only have 40");
        Assert.Contains("Which invoice is it about?", which.Text, StringComparison.Ordinal);
        Assert.Contains("we check it line by line", which.Text, StringComparison.Ordinal);
        var reply = await chat.CustomerSays("Dispute INV-2026-0140");
        Assert.Contains("I have recorded", reply.Text, StringComparison.Ordinal);
        Assert.Equal("you billed us for 50 users but we only have 40", Assert.Single(await DisputesAsync()).Reason);
    }

    [Theory]
    [InlineData("This bill is rubbish. We cancelled those seats in spring and you keep charging us.")]
    [InlineData("I refuse to pay line 3")]
    public async Task Words_about_what_is_billed_name_no_invoice(string words)
    {
        await OweAsync(139, 140);
        Assert.Contains("Which invoice is it about?", (await Alex().CustomerSays(words)).Text, StringComparison.Ordinal);
        Assert.Empty(await DisputesAsync());
    }

    [Fact]
    public async Task A_second_dispute_of_the_same_invoice_adds_to_the_first()
    {
        await OweAsync(139);
        var chat = Alex();
        await chat.CustomerSays("Dispute INV-2026-0139");
        await chat.CustomerSays("we cancelled this in May");
        await chat.CustomerSays("Dispute INV-2026-0139");
        var second = await chat.CustomerSays("and the price is last year's");
        Assert.Contains("is open already", second.Text, StringComparison.Ordinal);
        Assert.Equal("we cancelled this in May\nand the price is last year's", Assert.Single(await DisputesAsync()).Reason);
        Assert.Equal("we cancelled this in May\nand the price is last year's", Assert.Single(await TasksAsync()).Detail);
    }

    [Fact]
    public async Task After_staff_closed_one_a_new_one_is_a_new_task()
    {
        await OweAsync(139);
        var chat = Alex();
        await chat.CustomerSays("Dispute INV-2026-0139");
        await chat.CustomerSays("we cancelled this in May");
        await Bot.ChangeAsync(db => db.Set<Knowledge.Billing.Invoices.Dispute>()
            .ExecuteUpdateAsync(set => set.SetProperty(dispute => dispute.ClosedAt, NodaTime.Instant.FromUtc(2026, 11, 24, 2, 0))));
        await chat.CustomerSays("Dispute INV-2026-0139");
        await chat.CustomerSays("it is still the old amount");
        Assert.Equal(2, (await DisputesAsync()).Count);
        Assert.Equal(2, (await TasksAsync()).Count);
    }

    [Fact]
    public async Task A_dispute_in_japanese()
    {
        await Bot.OwesAsync(OverdueInvoice.Of("INV-2026-0141", "adventure", Desk.Today.PlusDays(-5)));
        var chat = Bot.Conversation("msteams", TestUser.Mika);
        var asked = await chat.CustomerSays("請求金額がおかしいです");
        Assert.Contains("INV-2026-0141のどこに誤りがありますか", asked.Text, StringComparison.Ordinal);
        var reply = await chat.CustomerSays("解約したライセンスが5つ含まれています");
        Assert.Contains("いただいた言葉のまま記録し", reply.Text, StringComparison.Ordinal);
        Assert.Equal("解約したライセンスが5つ含まれています", Assert.Single(await DisputesAsync()).Reason);
    }

    [Fact]
    public async Task A_side_question_is_no_reason_and_cancel_records_nothing()
    {
        await OweAsync(139);
        var chat = Alex();
        await chat.CustomerSays("Dispute INV-2026-0139");
        var aside = await chat.CustomerSays("When is your support open?");
        Assert.Contains("Back to where we were: What is wrong with INV-2026-0139?", aside.Text, StringComparison.Ordinal);
        await chat.CustomerSays("cancel");
        Assert.Empty(await DisputesAsync());
    }

    [Theory]
    [InlineData("Dispute INV-2026-0139", "Back to where we were", "How do I pay by bank transfer?", "Can I open a ticket with Microsoft myself?", "When is your support open?")]
    [InlineData("INV-2026-0139に異議", "先ほどの続きです", "支払いが遅れるとどうなりますか", "営業時間を教えてください", "サポート窓口の電話番号は？")]
    public async Task Of_several_side_questions_only_the_first_is_followed_by_the_question(string dispute, string back, params string[] asides)
    {
        await OweAsync(139);
        var chat = Alex();
        await chat.CustomerSays(dispute);
        Assert.Contains(back, (await chat.CustomerSays(asides[0])).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(back, (await chat.CustomerSays(asides[1])).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(back, (await chat.CustomerSays(asides[2])).Text, StringComparison.Ordinal);
        await chat.CustomerSays("The seats are billed twice");
        Assert.Equal("The seats are billed twice", Assert.Single(await DisputesAsync()).Reason);
    }

    [Fact]
    public async Task After_many_side_questions_they_are_reminded_once_more()
    {
        await OweAsync(139);
        var chat = Alex();
        await chat.CustomerSays("Dispute INV-2026-0139");
        List<bool> reminded = [];
        foreach (var aside in new[] { "How do I pay by bank transfer?", "Can I open a ticket with Microsoft myself?", "When is your support open?", "Can I have a copy of my invoice?" })
        {
            reminded.Add((await chat.CustomerSays(aside)).Text.Contains("Back to where we were", StringComparison.Ordinal));
        }

        Assert.Equal([true, false, false, true], reminded);
    }

    [Fact]
    public async Task A_question_put_in_one_language_is_not_put_again_amid_the_other()
    {
        await OweAsync(139);
        var chat = Alex();
        await chat.CustomerSays("Dispute INV-2026-0139");

        var aside = await chat.CustomerSays("サポートの受付時間は？");
        Assert.Contains("先ほど別の言語でお尋ねしたことが、まだ途中です。", aside.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("What is wrong", aside.Text, StringComparison.Ordinal);

        var back = await chat.CustomerSays("When is your support open?");
        Assert.Contains("Back to where we were: What is wrong with INV-2026-0139?", back.Text, StringComparison.Ordinal);
        await chat.CustomerSays("The seats are billed twice");
        Assert.Equal("The seats are billed twice", Assert.Single(await DisputesAsync()).Reason);
    }

    [Theory]
    [InlineData("hmm when is your support open?")]
    [InlineData("by the way, when is my next invoice due")]
    [InlineData("please answer in Japanese")]
    [InlineData("日本語でお願いします")]
    [InlineData("英語でもいいですか")]
    [InlineData("I meant to ask something else")]
    [InlineData("sorry, wrong invoice")]
    [InlineData("すみません、請求書を間違えました")]
    public async Task What_is_said_by_the_way_is_not_recorded_as_what_is_wrong(string words)
    {
        await OweAsync(139);
        var chat = Alex();
        await chat.CustomerSays("Dispute INV-2026-0139");
        await chat.CustomerSays(words);
        Assert.Empty(await DisputesAsync());
    }

    [Theory]
    [InlineData("The wrong invoice address and another number of seats")]
    [InlineData("one licence too many")]
    [InlineData("We wanted something else, Business Basic")]
    [InlineData("We cancelled them, that is why I dispute it")]
    [InlineData("別の件の料金が含まれています")]
    [InlineData("違うのは作業時間です")]
    [InlineData("いつもより高いです。")]
    public async Task What_is_wrong_is_recorded_also_where_it_sounds_like_something_else(string words)
    {
        await OweAsync(139);
        var chat = Alex();
        await chat.CustomerSays("Dispute INV-2026-0139");
        await chat.CustomerSays(words);
        Assert.Equal(words, Assert.Single(await DisputesAsync()).Reason);
    }

    [Fact]
    public async Task Asking_for_the_other_language_does_not_dispute_once_more()
    {
        await OweAsync(139);
        var chat = Alex();
        await chat.CustomerSays("Dispute INV-2026-0139");
        await chat.CustomerSays("The seats are billed twice");
        Assert.DoesNotContain("INV-2026-0139", (await chat.CustomerSays("日本語でお願いします")).Text, StringComparison.Ordinal);
        Assert.Equal("The seats are billed twice", Assert.Single(await DisputesAsync()).Reason);
    }

    [Fact]
    public async Task Who_took_the_wrong_invoice_is_asked_which_one_it_is()
    {
        await OweAsync(139, 141);
        var chat = Alex();
        await chat.CustomerSays("Dispute INV-2026-0139");
        var which = await chat.CustomerSays("oh no, wrong invoice");
        Assert.Contains("Dispute INV-2026-0141", which.Buttons);
        await chat.CustomerSays("Dispute INV-2026-0141");
        await chat.CustomerSays("The seats are billed twice");
        Assert.Equal("The seats are billed twice", Assert.Single(await DisputesAsync()).Reason);
    }

    [Fact]
    public async Task Signs_alone_are_no_reason_and_a_very_long_one_is_kept_short()
    {
        await OweAsync(139);
        var chat = Alex();
        await chat.CustomerSays("Dispute INV-2026-0139");
        Assert.Contains("What is wrong", (await chat.CustomerSays("😡😡😡!!!")).Text, StringComparison.Ordinal);
        var reply = await chat.CustomerSays($"\u202E=cmd|calc {string.Concat(Enumerable.Repeat("price wrong 🤯 ", 1_000))}");
        Assert.Contains("I have recorded", reply.Text, StringComparison.Ordinal);
        Assert.InRange(Assert.Single(await DisputesAsync()).Reason!.Length, 1_990, 2_000);
    }

    [Fact]
    public async Task Only_a_billing_contact_and_only_of_the_own_company()
    {
        await Bot.OwesAsync(
            OverdueInvoice.Of("INV-2026-0139", "contoso", Desk.Today.PlusDays(-20)),
            OverdueInvoice.Of("INV-2026-0200", "fabrikam", Desk.Today.PlusDays(-5)));
        Assert.Contains("Only a billing contact", (await Bot.Conversation("msteams", Owing.Sam).CustomerSays("Dispute INV-2026-0139")).Text, StringComparison.Ordinal);
        var kim = Bot.Conversation("msteams", TestUser.Kim);
        var strangers = await kim.CustomerSays("Dispute INV-2026-0139");
        var nobodys = await kim.CustomerSays("Dispute INV-2026-9999");
        Assert.Equal(nobodys.Text, strangers.Text.Replace("INV-2026-0139", "INV-2026-9999", StringComparison.Ordinal));
        Assert.Empty(await DisputesAsync());
    }

    [Fact]
    public async Task A_guest_reads_how_it_works_and_is_asked_who_they_are()
    {
        var reply = await Bot.Conversation("emulator").CustomerSays("The amount on my invoice is wrong");
        Assert.Contains("we check it line by line", reply.Text, StringComparison.Ordinal);
        Assert.Contains("people I recognise", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_side_question_the_very_buttons_are_there_again_and_still_choose()
    {
        await OweAsync(139, 140, 141);
        var chat = Alex();
        var asked = await chat.CustomerSays("The amount on my invoice is wrong");
        var labels = asked.Buttons.TakeLast(3).ToList();
        Assert.All(labels, label => Assert.StartsWith("Dispute INV-2026-", label, StringComparison.Ordinal));
        var resumed = await chat.CustomerSays("When is your support open?");
        Assert.Contains("Back to where we were: Which invoice is it about?", resumed.Text, StringComparison.Ordinal);
        Assert.Equal([.. labels, "Cancel"], resumed.Buttons.TakeLast(4));
        Assert.Contains(labels[1]["Dispute ".Length..], (await chat.CustomerSays(labels[1])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_customer_s_words_are_not_in_the_log()
    {
        await OweAsync(139);
        var chat = Alex();
        await chat.CustomerSays("Dispute INV-2026-0139");
        await chat.CustomerSays("the sprocketwise discount is missing");
        Assert.DoesNotContain(Bot.Logs.Lines, line => line.Contains("sprocketwise", StringComparison.Ordinal));
    }

    private BotHost Bot => shared.Bot;

    private CustomerConversation Alex() => Bot.Conversation("msteams", TestUser.Alex);

    private Task OweAsync(params int[] numbers) => Bot.OwesAsync(
        [.. numbers.Select(number => OverdueInvoice.Of($"INV-2026-0{number}", "contoso", Desk.Today.PlusDays(-20)))]);

    private Task<List<Knowledge.Billing.Invoices.Dispute>> DisputesAsync() => Bot.ReadAsync(db => db.Set<Knowledge.Billing.Invoices.Dispute>()
        .Where(dispute => db.Invoices.Any(invoice => invoice.Id == dispute.InvoiceId)).ToListAsync());

    private Task<List<StaffTask>> TasksAsync() => Bot.ReadAsync(db => db.StaffTasks.Where(task => task.Kind == StaffTaskKind.Dispute).ToListAsync());
}
