using BillingBot.Conversation;
using BillingBot.Skills.Invoice;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Skills.Invoices;

/// <summary>Which of the demo's invoices the words of customers mean, on Tuesday 24 November 2026.</summary>
public sealed class InvoiceFinderTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private const string Unpaid = "0142 0138 0137 0136 0130 0128 0122 0112", Overdue = "0136 0130 0128 0122 0112";

    [Theory]
    [InlineData("INV-2026-0142", "0142")]
    [InlineData("inv 2026 0142", "0142")]
    [InlineData("INV_2026_0142", "0142")]
    [InlineData("what about inv20260142?", "0142")]
    [InlineData("ＩＮＶ－２０２６－０１４２", "0142")]
    [InlineData("2026-0142", "0142")]
    [InlineData("invoice 142", "0142")]
    [InlineData("invoice no. 0142", "0142")]
    [InlineData("no. 0142", "0142")]
    [InlineData("#142", "0142")]
    [InlineData("bill number 142 please", "0142")]
    [InlineData("inv twenty twenty-six dash 0142", "0142")]
    [InlineData("invoice zero one four two", "0142")]
    [InlineData("invoice one forty two", "0142")]
    [InlineData("invoice one hundred and forty-two", "0142")]
    [InlineData("Invoice number oh one four two", "0142")]
    [InlineData("INV-2026-0142 and INV-2026-0138", "0142 0138")]
    [InlineData("🙏 INV-2026-0142 🙏", "0142")]
    [InlineData("\u202EINV-2026-0142", "0142")]
    [InlineData("INV-2026-0142'; DROP TABLE Invoices; --", "0142")]
    public Task By_number(string words, string expected) => Means(words, expected);

    [Theory]
    [InlineData("last month's invoice", "0142")]
    [InlineData("the invoice for October", "0142")]
    [InlineData("my August bill", "0126")]
    [InlineData("the September invoice", "0137 0134")]
    [InlineData("invoices for September 2025", "0038")]
    [InlineData("the bill from 9 November", "0142")]
    [InlineData("invoice dated 9 October", "0134")]
    [InlineData("invoices issued in October", "0137 0136 0120 0134 0130")]
    [InlineData("invoices due next week", "0138")]
    [InlineData("the one due on 4 December", "0138")]
    [InlineData("invoices due in December", "0142 0138")]
    [InlineData("invoices from Q2", "0110 0102 0094 0086")]
    [InlineData("how much is our bill this month", "0142 0138")]
    [InlineData("invoices since November", "0142 0138")]
    public Task By_time(string words, params string[] expected) => Means(words, expected);

    [Theory]
    [InlineData("which invoices are unpaid", Unpaid)]
    [InlineData("open invoices", Unpaid)]
    [InlineData("what is outstanding", Unpaid)]
    [InlineData("what have we not paid yet", Unpaid)]
    [InlineData("overdue invoices", Overdue)]
    [InlineData("which of our bills are past due?", Overdue)]
    [InlineData("partly paid invoices", "0138")]
    [InlineData("which invoices are disputed", "0137")]
    [InlineData("cancelled invoices", "0120")]
    [InlineData("paid invoices from Q3", "0134 0126 0118 0110")]
    [InlineData("how much do we owe you", Unpaid)]
    [InlineData("are we up to date with our payments", Unpaid)]
    [InlineData("do we have any open invoices", Unpaid)]
    public Task By_state(string words, params string[] expected) => Means(words, expected);

    [Theory]
    [InlineData("the 1,800 dollar one", "0138")]
    [InlineData("the $1,800 invoice", "0138")]
    [InlineData("the invoice for one thousand two hundred dollars", "0136")]
    [InlineData("USD 1000 outstanding", "0138")]
    [InlineData("about 1,500 dollars", "0142")]
    [InlineData("the 1,489.01 invoice", "0142")]
    [InlineData("the 1,489 invoice", "0142")]
    [InlineData("the 1,800 euro invoice", "none: invoice of EUR 1,800.00")]
    [InlineData("the 5,555 dollar invoice", "none: invoice of 5,555")]
    public Task By_amount(string words, string expected) => Means(words, expected);

    [Theory]
    [InlineData("the Copilot invoice", "0136")]
    [InlineData("the Dynamics invoices", "0130 0122")]
    [InlineData("invoice for Business Central", "0130")]
    [InlineData("unpaid Azure invoices", "0142")]
    [InlineData("unpaid Azure invoices from October", "0142")]
    [InlineData("Visio", "0137 0120")]
    [InlineData("overdue Microsoft 365 invoices", "0136 0128 0112")]
    [InlineData("unpaid Azure invoices from September", "none: unpaid Azure invoice from September 2026")]
    [InlineData("last Azure invoice", "0142")]
    [InlineData("my latest invoice", "0142")]
    [InlineData("last paid invoice", "0134")]
    [InlineData("when is my next invoice due", "0138")]
    public Task By_product_and_place_and_all_together(string words, string expected) => Means(words, expected);

    [Theory]
    [InlineData("INV-2026-0141", "0141")]
    [InlineData("請求書0141", "0141")]
    [InlineData("請求書番号INV-2026-0141の状況", "0141")]
    [InlineData("０１４１番の請求書", "0141")]
    [InlineData("請求書〇一四一", "0141")]
    [InlineData("請求書ゼロイチヨンイチ", "0141")]
    [InlineData("インボイス141はどうなっていますか", "0141")]
    [InlineData("ＩＮＶ－２０２６－０１４１は支払い済みですか？", "0141")]
    [InlineData("先月の請求書の状況は？", "0141")]
    [InlineData("先々月の請求書", "0133")]
    [InlineData("9月分", "0133")]
    [InlineData("９月分の請求書", "0133")]
    [InlineData("2026年8月分の請求書を見せてください", "0125")]
    [InlineData("今月の請求書はもう出ていますか", "0141")]
    [InlineData("10月に発行された請求書", "0133")]
    [InlineData("来月期限の請求書", "0141")]
    [InlineData("今月末が期限の請求書", "0133")]
    [InlineData("第3四半期の請求書", "0133 0125 0117 0109")]
    [InlineData("未払いはありますか", "0141 0133")]
    [InlineData("未払い", "0141 0133")]
    [InlineData("未払いの請求書を見せて", "0141 0133")]
    [InlineData("まだ払っていない請求書", "0141 0133")]
    [InlineData("いくら払えばいいですか", "0141 0133")]
    [InlineData("残高いくらですか", "0141 0133")]
    [InlineData("一部入金済みの請求書", "0133")]
    [InlineData("期限切れの請求書はありますか", "none: 期限超過の請求書")]
    [InlineData("支払い済みの8月分", "0125")]
    [InlineData("未払いの9月分の請求書", "0133")]
    [InlineData("12万円の請求書", "0133")]
    [InlineData("十二万円の請求書", "0133")]
    [InlineData("120,000円の請求", "0133")]
    [InlineData("約12万4千円の請求書", "0141")]
    [InlineData("残り7万円の請求書", "0133")]
    [InlineData("100万円の請求書", "none: 1,000,000円の請求書")]
    [InlineData("先月のAzureの請求書", "0141")]
    [InlineData("未払いのMicrosoft 365の請求書", "0141 0133")]
    [InlineData("最新の請求書", "0141")]
    [InlineData("前回の請求書の明細", "0141")]
    [InlineData("次回の支払期限はいつですか", "0133")]
    [InlineData("なぜ10月は9月より高いのですか", "0141 0133")]
    [InlineData("請求書9月分", "0133")]
    public Task In_Japanese(string words, params string[] expected) => MeansTo(AskedInvoices.Mika, words, expected);

    [Theory]
    [InlineData("all of them")]
    [InlineData("show all my invoices")]
    [InlineData("what is the status of my invoice?")]
    public async Task All_of_them_without_the_draft(string words)
    {
        var finding = await shared.Bot.AskAsync(AskedInvoices.Turn(AskedInvoices.Alex, words));
        var several = Assert.IsType<InvoiceSelection.Several>(finding.Selection).Accounts;
        Assert.Equal(22, several.Count);
        Assert.DoesNotContain(several, account => account.Invoice.Number.Contains("DRAFT", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("INV-2026-0142")]
    [InlineData("INV-2026-9999")]
    [InlineData("DRAFT-CONTOSO")]
    public async Task A_stranger_s_number_is_not_found_and_reads_as_one_that_does_not_exist(string number)
    {
        var finding = await shared.Bot.AskAsync(AskedInvoices.Turn(AskedInvoices.Kim, $"invoice {number}"));
        Assert.DoesNotContain(finding.Matches.Accounts, account => account.Invoice.CustomerId != "fabrikam");
        if (number.StartsWith("INV", StringComparison.Ordinal))
        {
            Assert.Equal($"none: invoice {number}", finding.Found());
        }
    }

    [Fact]
    public async Task An_amount_tells_nothing_to_whoever_may_not_see_amounts()
    {
        var right = await shared.Bot.AskAsync(AskedInvoices.Turn(AskedInvoices.Sam, "the 1,800 dollar invoice"));
        var wrong = await shared.Bot.AskAsync(AskedInvoices.Turn(AskedInvoices.Sam, "the 1,801 dollar invoice"));
        Assert.True(right.AmountLeftOut && wrong.AmountLeftOut);
        Assert.Equal(wrong.Found(), right.Found());
    }

    [Theory]
    [InlineData("why is it so high?")]
    [InlineData("and its lines?")]
    [InlineData("is it paid?")]
    [InlineData("when is it due")]
    [InlineData("lines please")]
    [InlineData("is it overdue?")]
    [InlineData("why is my invoice so high")]
    public Task A_follow_up_is_about_the_invoice_last_spoken_of(string words) =>
        MeansTo(AskedInvoices.Alex, words, ["0136"], ConversationState.Empty with { LastInvoice = "INV-2026-0136" });

    [Theory]
    [InlineData("明細は？", "0133")]
    [InlineData("なぜこんなに高いの？", "0133")]
    [InlineData("いつまでに払えばいいですか", "0133")]
    [InlineData("支払い済みですか", "0133")]
    public Task A_follow_up_in_Japanese(string words, string expected) =>
        MeansTo(AskedInvoices.Mika, words, [expected], ConversationState.Empty with { LastInvoice = "INV-2026-0133" });

    [Theory]
    [InlineData("the second one", "0138")]
    [InlineData("2", "0138")]
    [InlineData("no. 3", "0137")]
    [InlineData("show me the first", "0142")]
    [InlineData("２番目", "0138")]
    [InlineData("二番目の請求書を見せてください", "0138")]
    [InlineData("最初のもの", "0142")]
    public Task After_a_list_a_place_in_it_will_do(string words, string expected) => MeansTo(
        AskedInvoices.Alex,
        words,
        [expected],
        ConversationState.Empty with { ListedInvoices = ["INV-2026-0142", "INV-2026-0138", "INV-2026-0137"] });

    [Fact]
    public async Task A_day_to_come_in_another_sentence_is_no_invoice_s_day() => Assert.Equal(
        (await shared.Bot.AskAsync(AskedInvoices.Turn(AskedInvoices.Alex, "is anything still open?"))).Found(),
        (await shared.Bot.AskAsync(AskedInvoices.Turn(AskedInvoices.Alex, "is anything still open? our quarter closes tomorrow"))).Found());

    [Fact]
    public async Task What_is_not_paid_yet_is_asked_for_and_not_whether_all_is_paid() => Assert.Equal(
        InvoiceAspect.AnyUnpaid,
        (await shared.Bot.AskAsync(AskedInvoices.Turn(AskedInvoices.Mika, "まだ払ってないのって残ってます？"))).Question.Aspect);

    [Fact]
    public async Task A_guest_is_asked_who_they_are_whatever_they_name() =>
        Assert.Equal("who asks", (await shared.Bot.AskAsync(AskedInvoices.Turn(null, "INV-2026-0142"))).Found());

    [Theory]
    [InlineData("💸")]
    [InlineData("مرحبا invoice \u202E2410")]
    [InlineData("\uD83D")]
    [InlineData("invoice invoice invoice # # # no. no. no.")]
    public async Task Odd_words_do_no_harm(string words) =>
        Assert.NotEqual("", (await shared.Bot.AskAsync(AskedInvoices.Turn(AskedInvoices.Alex, words))).Found());

    [Fact]
    public async Task A_huge_text_is_read_in_no_time_worth_telling()
    {
        var words = string.Concat(Enumerable.Repeat("invoice 12 no. 34 unpaid September 1,200 dollars 請求書 ", 20_000));
        Assert.NotEqual("", (await shared.Bot.AskAsync(AskedInvoices.Turn(AskedInvoices.Alex, words))).Found());
    }

    private Task Means(string words, params string[] expected) => MeansTo(AskedInvoices.Alex, words, expected);

    private async Task MeansTo(KnownPerson person, string words, string[] expected, ConversationState? state = null) =>
        Assert.Contains((await shared.Bot.AskAsync(AskedInvoices.Turn(person, words, state))).Found(), expected);
}
