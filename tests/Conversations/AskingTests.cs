using BillingBot.Tests.Host;

namespace BillingBot.Tests.Conversations;

/// <summary>Whole conversations through the real host, as customers have them.</summary>
public sealed class AskingTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private CustomerConversation Chat(TestUser? user = null, string channel = "emulator") => shared.Bot.Conversation(channel, user);

    [Theory]
    [InlineData("What happens if I don't pay my invoice?", "reminder")]
    [InlineData("When is your support open?", "Mon–Fri")]
    [InlineData("支払いが遅れるとどうなりますか", "回収方針")]
    [InlineData("営業時間を教えてください", "月～金曜日")]
    [InlineData("Can I open a ticket with Microsoft myself?", "through us")]
    public async Task A_question_gets_its_answer_in_the_language_asked(string question, string expected)
    {
        var reply = await Chat().CustomerSays(question);
        Assert.Contains(expected, reply.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_answer_names_its_source_and_the_day_it_was_checked()
    {
        var english = await Chat().CustomerSays("What happens if I don't pay my invoice?");
        Assert.Contains("Source:", english.Text, StringComparison.Ordinal);
        Assert.Contains("27 November 2026", english.Text, StringComparison.Ordinal);
        var japanese = await Chat().CustomerSays("支払いが遅れるとどうなりますか");
        Assert.Contains("出典：", japanese.Text, StringComparison.Ordinal);
        Assert.Contains("2026年11月27日確認", japanese.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bought 20 E3 licences the day before yesterday by mistake, can we get rid of some seats?")]
    [InlineData("一昨日買ったE3のライセンスを減らしたいのですが")]
    public async Task Who_says_when_it_was_bought_is_not_asked_for_the_platform(string question)
    {
        var reply = await Chat().CustomerSays(question);
        Assert.Matches("new commerce|新しいコマース", reply.Text);
        Assert.DoesNotMatch("legacy|従来のライセンスプログラム", reply.Text);
    }

    [Theory]
    [InlineData("We bought 20 E3 licences in 2021, can we get rid of some seats this month?", "depends on the platform")]
    [InlineData("2年前に契約したE3のライセンスを今月減らしたい", "契約基盤によって")]
    public async Task A_day_that_is_not_that_of_the_purchase_does_not_tell_the_platform(string question, string expected) =>
        Assert.Contains(expected, (await Chat().CustomerSays(question)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_price_after_a_statement_about_our_subject_is_not_taken_for_that_of_something_else() => Assert.DoesNotContain(
        "do not want to guess", (await Chat().CustomerSays("We are thinking of the premium support plan. What's the price?")).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("how do I cook rice", "do not want to guess")]
    [InlineData("カレーの作り方を教えて", "推測でのご案内は控えます")]
    [InlineData("今日のドル円", "推測でのご案内は控えます")]
    [InlineData("🍚🍚🍚", "do not want to guess")]
    [InlineData("自転車の修理もやっていますか。値段は？", "推測でのご案内は控えます")]
    [InlineData("Do you repair bicycles as well? What's the price?", "do not want to guess")]
    public async Task What_it_does_not_know_it_says_and_offers_a_person(string question, string expected)
    {
        var reply = await Chat().CustomerSays(question);
        Assert.Contains(expected, reply.Text, StringComparison.Ordinal);
        Assert.Contains(reply.Buttons, label => label is "Talk to a person" or "担当者と話す");
    }

    [Fact]
    public async Task Facts_of_different_eras_are_never_mixed_the_platform_is_asked_first()
    {
        var chat = Chat();
        var asked = await chat.CustomerSays("Can I cancel my subscription after ten days?");
        Assert.Contains("new commerce", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Cancelling a licence subscription (legacy)", asked.Buttons);
        var answer = await chat.CustomerSays("Cancelling a licence subscription (legacy)");
        Assert.Contains("legacy", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("7 calendar days", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("it was renewed in March 2026")]
    [InlineData("new commerce")]
    [InlineData("1")]
    public async Task The_platform_may_be_told_by_date_by_name_or_by_number(string words)
    {
        var chat = Chat();
        await chat.CustomerSays("Can I cancel my licence subscription after ten days? It is not Azure.");
        await chat.CustomerSays("Can I cancel my subscription after ten days?");
        var answer = await chat.CustomerSays(words);
        Assert.Contains("within 7 calendar days", answer.Text, StringComparison.Ordinal);
        Assert.Contains("after ten days it is too late", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follow_up_uses_what_was_said_before()
    {
        var chat = Chat();
        await chat.CustomerSays("How do I cancel a licence subscription on new commerce?");
        var azure = await chat.CustomerSays("and for Azure?");
        Assert.Contains("Azure use has no term", azure.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_day_is_a_follow_up_to_a_question_about_hours()
    {
        var chat = Chat();
        var saturday = await chat.CustomerSays("are you there on Saturday at 8?");
        Assert.Contains("closed", saturday.Text, StringComparison.OrdinalIgnoreCase);
        var friday = await chat.CustomerSays("and on Friday?");
        Assert.Contains("Fri 27 Nov", friday.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_no_to_did_this_help_leads_on_and_a_yes_is_thanked()
    {
        var chat = Chat();
        var answer = await chat.CustomerSays("What happens if I don't pay my invoice?");
        Assert.Contains("Did this help?", answer.Text, StringComparison.Ordinal);
        var no = await chat.CustomerSays("No, not really");
        Assert.Contains("Talk to a person", no.Buttons);
        Assert.True(no.Buttons.Count > 1);
        await chat.CustomerSays("How do I pay by bank transfer?");
        var yes = await chat.CustomerSays("yes");
        Assert.Contains("Glad", yes.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_follows_the_customer_and_neutral_words_do_not_change_it()
    {
        var chat = Chat();
        await chat.CustomerSays("営業時間は？");
        var neutral = await chat.CustomerSays("Azure");
        Assert.Matches(@"\p{IsHiragana}", neutral.Text);
        var english = await chat.CustomerSays("When is your support open?");
        Assert.Contains("Mon–Fri", english.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recognised_customer_gets_the_hours_of_their_own_plan_and_clock()
    {
        var kim = await Chat(TestUser.Kim, "msteams").CustomerSays("are you open now?");
        Assert.Contains("Plus", kim.Text, StringComparison.Ordinal);
        Assert.Contains("America/New_York", kim.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tenant_and_object_id_on_another_channel_prove_nothing()
    {
        var reply = await Chat(TestUser.Kim, "emulator").CustomerSays("are you open now?");
        Assert.DoesNotContain("America/New_York", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_partner_takes_no_cases_a_person_is_the_published_contact_and_no_connection_is_promised()
    {
        await using var bot = BotHost.Start(settings: ("Handoff:Enabled", "false"));
        var reply = await bot.Conversation("emulator").CustomerSays("talk to a person");
        Assert.Contains("+81-3-5550-0100", reply.Text, StringComparison.Ordinal);
        Assert.Contains("cannot connect you", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Do you pay Microsoft within 60 days?")]
    [InlineData("partner payment term net 60")]
    [InlineData("What is our credit limit with Microsoft and what happens beyond it?")]
    [InlineData("当社のMicrosoftへの支払期限は60日ですか")]
    public async Task Staff_facts_stay_with_staff(string question)
    {
        var reply = await Chat().CustomerSays(question);
        Assert.DoesNotContain("net 60", reply.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("60 days", reply.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("60日", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("credit limit", reply.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("'; DROP TABLE Messages; --")]
    [InlineData("\u202Eمرحبا بالعالم")]
    [InlineData("\0\u0001\u001B[31m")]
    [InlineData("   ")]
    public async Task Odd_words_get_a_polite_answer_and_the_next_question_works(string words)
    {
        var chat = Chat();
        var odd = await chat.CustomerSays(words);
        Assert.NotEmpty(odd.Text);
        Assert.DoesNotContain("went wrong", odd.Text, StringComparison.Ordinal);
        var next = await chat.CustomerSays("When is your support open?");
        Assert.Contains("Mon–Fri", next.Text, StringComparison.Ordinal);
    }
}
