using BillingBot.Tests.Host;

namespace BillingBot.Tests.Conversations;

/// <summary>What is said around a question, before it and beside it.</summary>
public sealed class ContextTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private CustomerConversation Chat() => shared.Bot.Conversation("emulator");

    private CustomerConversation Alex() => shared.Bot.Conversation("msteams", TestUser.Alex);

    [Theory]
    [InlineData("How do I cancel a licence subscription on new commerce?", "and for Azure?", "Azure use has no term")]
    [InlineData("新しいコマースのライセンスを解約するには？", "Azureの場合は？", "Azure")]
    public async Task A_few_words_after_an_answer_lean_on_it(string first, string then, string expected)
    {
        var chat = Chat();
        await chat.CustomerSays(first);
        Assert.Contains(expected, (await chat.CustomerSays(then)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("What happens if I don't pay my invoice?", "why?", "Source:", "Talk to a person")]
    [InlineData("What happens if I don't pay my invoice?", "Can you tell me more?", "Source:", "Talk to a person")]
    [InlineData("支払いが遅れるとどうなりますか", "なぜですか？", "出典：", "担当者と話す")]
    [InlineData("支払いが遅れるとどうなりますか", "もう少し詳しく教えてください", "出典：", "担当者と話す")]
    public async Task Why_after_an_answer_is_told_where_it_is_from_and_is_not_guessed(string first, string why, string source, string person)
    {
        var chat = Chat();
        var answer = await chat.CustomerSays(first);
        var more = await chat.CustomerSays(why);
        Assert.Contains(source, more.Text, StringComparison.Ordinal);
        Assert.NotEqual(answer.Text, more.Text);
        Assert.Contains(person, more.Buttons);
    }

    [Theory]
    [InlineData("why?")]
    [InlineData("なぜですか")]
    public async Task Why_with_nothing_before_it_is_no_question(string why) =>
        Assert.Contains((await Chat().CustomerSays(why)).Buttons, label => label is "Talk to a person" or "担当者と話す");

    [Theory]
    [InlineData("What happens if I don't pay my invoice? And can I open a ticket with Microsoft myself?", "reminder", "through us")]
    [InlineData("What happens if I don't pay my invoice and when is your support open?", "reminder", "Mon–Fri")]
    [InlineData("支払いが遅れるとどうなりますか。それと、営業時間を教えてください。", "回収方針", "月～金曜日")]
    public async Task Two_questions_in_one_message_get_two_answers(string message, string first, string second)
    {
        var reply = await Chat().CustomerSays(message);
        Assert.Contains(first, reply.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(second, reply.Text, StringComparison.OrdinalIgnoreCase);
        Assert.True(reply.Text.Split("Did this help?").Length <= 2);
    }

    [Fact]
    public async Task Of_two_questions_the_one_that_nothing_answers_is_named()
    {
        var reply = await Chat().CustomerSays("What happens if I don't pay my invoice? How do I cook rice for forty people?");
        Assert.Contains("reminder", reply.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("cook rice for forty people", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Talk to a person", reply.Buttons);
    }

    [Theory]
    [InlineData("When is your support open? What happens if I don't pay my invoice? Can I open a ticket with Microsoft myself?", "through us", "reminder", "Mon–Fri")]
    [InlineData("営業時間を教えてください。支払いが遅れるとどうなりますか。Microsoftに直接問い合わせできますか。", "当社", "回収方針", "月～金曜日")]
    public async Task Three_questions_get_three_answers(string message, params string[] answers)
    {
        var reply = await Chat().CustomerSays(message);
        Assert.All(answers, answer => Assert.Contains(answer, reply.Text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("When are you open? Do you repair bicycles for children? How do I paint a garden wall?", "Mon–Fri", "bicycles for children", "paint a garden wall")]
    [InlineData("Which invoices are unpaid? When are you open? How do I paint a garden wall?", "Mon–Fri", "paint a garden wall", "paint a garden wall")]
    [InlineData("営業時間を教えてください。自転車の修理もしていますか。カレーの作り方を教えてください。", "月～金曜日", "自転車の修理", "カレーの作り方")]
    public async Task Of_three_questions_those_that_nothing_answers_are_named(string message, string answer, string first, string second)
    {
        var reply = await Alex().CustomerSays(message);
        Assert.Contains(answer, reply.Text, StringComparison.Ordinal);
        Assert.Contains(first, reply.Text, StringComparison.Ordinal);
        Assert.Contains(second, reply.Text, StringComparison.Ordinal);
        Assert.Contains(reply.Buttons, label => label is "Talk to a person" or "担当者と話す");
    }

    [Fact]
    public async Task What_is_asked_beside_an_invoice_and_has_several_answers_is_asked_back()
    {
        var reply = await Alex().CustomerSays("Which invoices are unpaid? How do I cancel a licence subscription after ten days?");
        Assert.Contains("Cancelling a licence subscription (legacy)", reply.Buttons);
    }

    [Fact]
    public async Task Beyond_three_the_rest_has_buttons()
    {
        var reply = await Chat().CustomerSays(
            "When is your support open? What happens if I don't pay my invoice? Can I open a ticket with Microsoft myself? Can I have a copy of my invoice?");
        Assert.Contains("You also asked something else", reply.Text, StringComparison.Ordinal);
        Assert.NotEmpty(reply.Buttons);
    }

    [Fact]
    public async Task To_ask_for_help_is_no_question_that_is_left_without_an_answer() => Assert.DoesNotContain(
        "no reliable answer", (await Chat().CustomerSays("What happens if I don't pay my invoice? Could you please help me with this?")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task What_one_part_says_by_itself_is_no_answer_to_another_thing() => Assert.DoesNotContain(
        "Did this help?", (await Chat().CustomerSays("Do you repair bicycles as well, and what would it cost?")).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Can the quantity be lowered at renewal from 60 to 45? What do you need from us?", "new commerce")]
    [InlineData("更新のときに60から45に減らせますか。何を伝えればよいですか", "新しいコマース")]
    public async Task A_question_that_belongs_to_the_one_before_is_no_second_one(string message, string expected) =>
        Assert.Contains(expected, (await Chat().CustomerSays(message)).Text, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task How_to_tell_what_a_question_is_about_is_no_second_question()
    {
        var reply = await Chat().CustomerSays("うちの契約がNCEなのか旧来のものなのか、どうやって見分けますか");
        Assert.Contains("購入日または直近の更新日", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ご用意", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dear team,\nWhat happens if I don't pay my invoice?\nBest regards,\nMaria Example\nHead of Finance\nTel. +1 555 0100", "reminder")]
    [InlineData("Hello,\nwhen is your support open?\n--\nMaria Example | Invoice 0142 team | +49 30 555 0142", "Mon–Fri")]
    [InlineData("What happens if I don't pay my invoice?\n\nOn Mon, 23 Nov 2026 Alex wrote:\n> Which invoices are unpaid?\n> Alex", "reminder")]
    [InlineData("サンプル株式会社 ご担当者様\n支払いが遅れるとどうなりますか。\nよろしくお願いいたします。\n――――――\n経理部 見本 花子\nTEL 03-5550-0100\n請求書 0142 担当", "回収方針")]
    public async Task What_stands_below_a_mail_asks_nothing(string message, string expected) =>
        Assert.Contains(expected, (await Chat().CustomerSays(message)).Text, StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("I have been waiting for two days and I am quite annoyed. I forgot to put the invoice number on the transfer.", "which invoice the money is for")]
    [InlineData("二日前から連絡が取れず困っています。振込のときに請求書番号を書き忘れました。", "どの請求書の分か")]
    public async Task A_complaint_before_a_plain_statement_does_not_hide_it(string message, string expected) =>
        Assert.Contains(expected, (await Chat().CustomerSays(message)).Text, StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("Hello! What happens if I don't pay my invoice? Thank you very much.", "reminder")]
    [InlineData("Hi team, hope you are well. When is your support open? Many thanks, Maria", "Mon–Fri")]
    [InlineData("お世話になっております。支払いが遅れるとどうなりますか。よろしくお願いいたします。", "回収方針")]
    public async Task A_greeting_and_thanks_around_a_question_do_not_hide_it(string message, string expected) =>
        Assert.Contains(expected, (await Chat().CustomerSays(message)).Text, StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("What happens if I don't pay my invoice?", "reminder", "Dear team,\nI hope this message finds you well. As discussed with my colleague last week we are moving our offices to a new building. The furniture is arriving in stages and the old desks are going to a school nearby. ", "\nKind regards,\nMaria Example\nHead of Facilities\nExample Ltd, 12 Long Street\nThis message is confidential and intended for the addressee only.")]
    [InlineData("支払いが遅れるとどうなりますか。", "回収方針", "いつもお世話になっております。先週お話ししたとおり、弊社は新しい建物へ移転する予定です。机や椅子は順番に届き、古いものは近くの学校へ寄付します。", "\n以上、よろしくお願いいたします。\n総務部　見本花子\n本メールは宛先の方のみにお送りしています。")]
    public async Task The_one_question_in_a_pasted_e_mail_is_answered(string question, string expected, string filler, string end)
    {
        var before = string.Concat(Enumerable.Repeat(filler, 40))[..(1_900 - question.Length - end.Length)];
        var mail = $"{before}\n{question}{end}";
        Assert.InRange(mail.Length, 1_800, 2_000);
        Assert.Contains(expected, (await Chat().CustomerSays(mail)).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Wie kann ich mein Azure Abonnement kündigen?", "nur Englisch und Japanisch", "Talk to a person")]
    [InlineData("Bonjour, pourquoi ma facture Microsoft 365 est si élevée ? Pouvez-vous nous aider ?", "l’anglais et le japonais", "Talk to a person")]
    [InlineData("你好，请问怎么取消Azure订阅？", "英语和日语", "Talk to a person")]
    [InlineData("Azure 구독을 취소하려면 어떻게 해야 하나요?", "영어와 일본어", "Talk to a person")]
    public async Task A_third_language_is_told_politely_which_are_spoken_with_what_may_be_near(string message, string said, string person)
    {
        var reply = await Chat().CustomerSays(message);
        Assert.Contains(said, reply.Text, StringComparison.Ordinal);
        Assert.Contains("English and Japanese", reply.Text, StringComparison.Ordinal);
        Assert.Contains(person, reply.Buttons);
    }

    [Fact]
    public async Task A_third_language_does_not_change_the_language_spoken_before()
    {
        var chat = Chat();
        await chat.CustomerSays("営業時間を教えてください");
        Assert.Contains("どちらかの言語で", (await chat.CustomerSays("Wie kann ich meine Rechnung bezahlen?")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NCEのsubscriptionをcancelしたいのですが", "解約")]
    [InlineData("Microsoftのsupportにticketを直接openできますか", "問い合わせ")]
    [InlineData("invoiceのpaymentが遅れるとどうなりますか", "支払")]
    public async Task Japanese_with_English_words_is_answered_or_asked_back_in_Japanese(string message, string expected)
    {
        var reply = await Chat().CustomerSays(message);
        Assert.Contains(expected, $"{reply.Text} {string.Join(' ', reply.Buttons)}", StringComparison.Ordinal);
        Assert.Matches(@"\p{IsHiragana}", reply.Text);
    }
}
