using System.Globalization;
using BillingBot.Cases;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Cases;
using BillingBot.Tests.Host;
using BillingBot.Tests.Skills.Collections;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Skills.Handoff;

/// <summary>Customers are led to a person, with the shortest way one question. Tuesday, 10:00 in Tokyo; staff are in.</summary>
public sealed class HandoffTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private BotHost Bot => shared.Bot;
    private CustomerConversation Alex => Bot.Conversation("msteams", TestUser.Alex);
    private CustomerConversation Mika => Bot.Conversation("msteams", TestUser.Mika);

    [Fact]
    public async Task One_question_and_the_case_has_a_number_and_says_what_happens_next()
    {
        var alex = Alex;
        var asked = await alex.CustomerSays("talk to a person");
        Assert.Contains("What shall I tell our staff", asked.Text, StringComparison.Ordinal);
        var opened = await alex.CustomerSays("The price on our quote is not what we agreed");
        var known = (await Bot.CaseAsync(alex))!;
        Assert.Contains($"case number is **{known.Id}**", opened.Text, StringComparison.Ordinal);
        Assert.Contains("staff are in", opened.Text, StringComparison.Ordinal);
        Assert.Contains("here in this chat", opened.Text, StringComparison.Ordinal);
        Assert.Equal(
            ("The price on our quote is not what we agreed", "contoso", "contoso-alex", CaseReason.AskedForPerson, CaseStatus.Waiting, "billing", "en"),
            (known.Summary, known.CustomerId, known.PersonId, known.Reason, known.Status, known.Queue, known.Language));
        Assert.Contains("@", known.Email!, StringComparison.Ordinal);
        Assert.Equal([CaseEventKind.Opened, CaseEventKind.Routed], (await Bot.EventsAsync(known.Id)).Select(happened => happened.Kind));
    }

    [Fact]
    public async Task In_Japanese_too()
    {
        var mika = Mika;
        Assert.Contains("ご用件をお聞かせください", (await mika.CustomerSays("担当者と話したい")).Text, StringComparison.Ordinal);
        var opened = await mika.CustomerSays("Azureの見積もりが合意した金額と違います。至急お願いします");
        var known = (await Bot.CaseAsync(mika))!;
        Assert.Contains($"お問い合わせ番号は **{known.Id}**", opened.Text, StringComparison.Ordinal);
        Assert.Equal((Product.Azure, Urgency.High, "ja"), (known.Product, known.Urgency, known.Language));
    }

    [Fact]
    public async Task What_was_asked_already_is_not_asked_again()
    {
        var alex = Alex;
        await alex.CustomerSays("Why is my Azure bill so high?");
        var asked = await alex.CustomerSays("I want to talk to a person");
        Assert.Contains("Shall I pass this on to our staff?", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Why is my Azure bill so high?", asked.Text, StringComparison.Ordinal);
        await alex.CustomerSays("Yes, pass it on");
        var known = (await Bot.CaseAsync(alex))!;
        Assert.Equal(("Why is my Azure bill so high?", Product.Azure), (known.Summary, known.Product));
    }

    [Theory]
    [InlineData("I want to talk to a person: the price on our quote is wrong", "Shall I pass this on to our staff?")]
    [InlineData("talk to a person, the price on our quote is wrong", "Shall I pass this on to our staff?")]
    [InlineData("担当者と話したい。見積もりの金額が合意した金額と違います", "引き継いでよろしいですか")]
    [InlineData("talk to a person, please, as soon as you can", "What shall I tell our staff")]
    [InlineData("担当者と話したいです。よろしくお願いします。", "ご用件をお聞かせください")]
    public async Task What_is_said_with_the_request_is_not_asked_again(string words, string answer)
    {
        var alex = Alex;
        var asked = await alex.CustomerSays(words);
        Assert.Contains(answer, asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_says_why_needs_one_press()
    {
        var alex = Alex;
        var asked = await alex.CustomerSays("Can I speak to someone about our Dynamics quote? It is urgent");
        Assert.Contains("Dynamics quote", asked.Text, StringComparison.Ordinal);
        Assert.Contains("It is not urgent", asked.Buttons);
        await alex.CustomerSays("ok");
        var known = (await Bot.CaseAsync(alex))!;
        Assert.Equal((Product.Dynamics365, Urgency.High), (known.Product, known.Urgency));
    }

    [Theory]
    [InlineData("our Teams is down for everyone, get me a human now", "Teams is down")]
    [InlineData("I need someone to explain this bill", "explain this bill")]
    [InlineData("Teamsが使えません。人と話したい", "Teamsが使えません")]
    public async Task So_does_one_that_tells_of_the_trouble_beside_it(string words, string about)
    {
        var asked = await Alex.CustomerSays(words);
        Assert.Contains(about, asked.Text, StringComparison.Ordinal);
        Assert.Contains(asked.Buttons, label => label is "Yes, pass it on" or "はい、引き継いでください");
    }

    [Theory]
    [InlineData("talk to a person", "yes", "What shall I tell our staff")]
    [InlineData("担当者と話す", "はい", "ご用件をお聞かせください")]
    public async Task A_bare_yes_is_no_subject(string request, string yes, string expected)
    {
        var alex = Alex;
        await alex.CustomerSays(request);
        Assert.Contains(expected, (await alex.CustomerSays(yes)).Text, StringComparison.Ordinal);
        Assert.Null(await Bot.CaseAsync(alex));
    }

    [Fact]
    public async Task Whoever_says_that_an_answer_is_not_what_they_asked_is_offered_staff_with_their_question()
    {
        var alex = Alex;
        await alex.CustomerSays("How do I pay by bank transfer?");
        var offered = await alex.CustomerSays("that's not what I asked");
        Assert.Contains("Shall I pass this on to our staff?", offered.Text, StringComparison.Ordinal);
        await alex.CustomerSays("yes");
        var known = (await Bot.CaseAsync(alex))!;
        Assert.Equal((CaseReason.NotHelped, "How do I pay by bank transfer?"), (known.Reason, known.Summary));
    }

    [Fact]
    public async Task Corrections_back_and_side_questions_work()
    {
        var alex = Alex;
        await alex.CustomerSays("Why is my Azure bill so high?");
        await alex.CustomerSays("talk to a person");
        Assert.Contains("urgent", (await alex.CustomerSays("It is urgent")).Text, StringComparison.Ordinal);
        Assert.Contains("not urgent", (await alex.CustomerSays("not urgent")).Text, StringComparison.Ordinal);
        Assert.Contains("Microsoft 365", (await alex.CustomerSays("no, Microsoft 365")).Text, StringComparison.Ordinal);
        var aside = await alex.CustomerSays("When is your support open?");
        Assert.Contains("Mon–Fri", aside.Text, StringComparison.Ordinal);
        Assert.Contains("Back to where we were", aside.Text, StringComparison.Ordinal);
        Assert.Contains("Yes, pass it on", aside.Buttons);
        Assert.Contains("What shall I tell our staff", (await alex.CustomerSays("back")).Text, StringComparison.Ordinal);
        await alex.CustomerSays("the invoice is sent to the wrong department");
        var known = (await Bot.CaseAsync(alex))!;
        Assert.Equal(("the invoice is sent to the wrong department", Product.Microsoft365, Urgency.Low), (known.Summary, known.Product, known.Urgency));
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("never mind")]
    [InlineData("back")]
    public async Task Who_leaves_the_form_has_no_case(string words)
    {
        var alex = Alex;
        await alex.CustomerSays("talk to a person");
        await alex.CustomerSays(words);
        Assert.Null(await Bot.CaseAsync(alex));
        Assert.Contains("Mon–Fri", (await alex.CustomerSays("When is your support open?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_only_repeats_the_wish_is_not_asked_for_ever()
    {
        var alex = Alex;
        await alex.CustomerSays("agent");
        await alex.CustomerSays("JUST GET ME A HUMAN NOW");
        Assert.NotNull(await Bot.CaseAsync(alex));
    }

    [Fact]
    public async Task Not_sure_twice_offers_staff_and_one_word_hands_over()
    {
        var alex = Alex;
        Assert.DoesNotContain("Shall I pass", (await alex.CustomerSays("how do I cook rice")).Text, StringComparison.Ordinal);
        var second = await alex.CustomerSays("how do I cook a rice pudding for six");
        Assert.Contains("Shall I pass this on to our staff?", second.Text, StringComparison.Ordinal);
        await alex.CustomerSays("yes");
        var known = (await Bot.CaseAsync(alex))!;
        Assert.Equal((CaseReason.NotSure, "how do I cook a rice pudding for six"), (known.Reason, known.Summary));
    }

    [Fact]
    public async Task Who_does_not_want_it_is_not_asked_at_every_turn()
    {
        var alex = Alex;
        await alex.CustomerSays("how do I cook rice");
        await alex.CustomerSays("how do I cook a rice pudding for six");
        Assert.Contains("All right", (await alex.CustomerSays("no thanks")).Text, StringComparison.Ordinal);
        var third = await alex.CustomerSays("how do I bake bread");
        Assert.DoesNotContain("Shall I pass", third.Text, StringComparison.Ordinal);
        Assert.Contains("Talk to a person", third.Buttons);
        Assert.Null(await Bot.CaseAsync(alex));
    }

    [Fact]
    public async Task An_offer_lapses_when_something_else_is_asked()
    {
        var alex = Alex;
        await alex.CustomerSays("how do I cook rice");
        await alex.CustomerSays("how do I cook a rice pudding for six");
        Assert.DoesNotContain("Back to where we were", (await alex.CustomerSays("When is your support open?")).Text, StringComparison.Ordinal);
        await alex.CustomerSays("yes");
        Assert.Null(await Bot.CaseAsync(alex));
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("Talk to a person")]
    public async Task An_answer_that_did_not_help_is_handed_over_by_one_word_or_press(string words)
    {
        var alex = Alex;
        await alex.CustomerSays("What happens if I don't pay my invoice?");
        var no = await alex.CustomerSays("No, not really");
        Assert.Contains("Shall I pass this on to our staff?", no.Text, StringComparison.Ordinal);
        await alex.CustomerSays(words);
        var known = (await Bot.CaseAsync(alex))!;
        Assert.Equal((CaseReason.NotHelped, "What happens if I don't pay my invoice?"), (known.Reason, known.Summary));
    }

    [Fact]
    public async Task A_recorded_dispute_is_a_case_for_staff_with_the_same_turn()
    {
        using var own = BotHost.Start();
        await own.OwesAsync(BillingBot.Tests.Billing.Collections.OverdueInvoice.Of("INV-2026-0139", "contoso", Desk.Today.PlusDays(-5)));
        var alex = own.Conversation("msteams", TestUser.Alex);
        await alex.CustomerSays("Dispute INV-2026-0139");
        var recorded = await alex.CustomerSays("we cancelled this in May");
        var known = (await own.CaseAsync(alex))!;
        Assert.Equal((CaseReason.Dispute, Classification.Commercial, "billing"), (known.Reason, known.Classification, known.Queue));
        Assert.Contains("INV-2026-0139", known.Summary, StringComparison.Ordinal);
        Assert.Contains("we cancelled this in May", known.Summary, StringComparison.Ordinal);
        Assert.Contains("I have recorded your dispute", recorded.Text, StringComparison.Ordinal);
        Assert.Contains(known.Id.ToString(CultureInfo.InvariantCulture), recorded.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_one_case_and_asking_again_says_its_number_and_the_wait()
    {
        var alex = Alex;
        var known = await Bot.HandsOverAsync(alex);
        var again = await alex.CustomerSays("I want to talk to a person!");
        Assert.Contains($"**{known.Id}**", again.Text, StringComparison.Ordinal);
        Assert.Contains("staff are in", again.Text, StringComparison.Ordinal);
        Assert.Equal(known.Id, (await Bot.CaseAsync(alex))!.Id);
    }

    [Fact]
    public async Task While_it_waits_the_bot_answers_what_it_knows_and_adds_the_rest()
    {
        var alex = Alex;
        var known = await Bot.HandsOverAsync(alex);
        Assert.Contains("Mon–Fri", (await alex.CustomerSays("When is your support open?")).Text, StringComparison.Ordinal);
        var added = await alex.CustomerSays("the quote number was Q-77-B and Bob signed");
        Assert.Contains($"added that to your case **{known.Id}**", added.Text, StringComparison.Ordinal);
        Assert.Contains(await Bot.EventsAsync(known.Id), happened =>
            happened is { Kind: CaseEventKind.Detail, Text: "the quote number was Q-77-B and Bob signed", By: "Alex Wilber" });
        await alex.CustomerSays("please hurry, it is urgent");
        Assert.Equal(Urgency.High, (await Bot.CaseAsync(alex))!.Urgency);
    }

    [Fact]
    public async Task An_address_within_a_story_is_not_where_the_answer_goes()
    {
        var alex = Alex;
        var known = await Bot.HandsOverAsync(alex, "We got a strange mail from billing@evil.example about the quote");
        Assert.DoesNotContain("evil", known.Email!, StringComparison.Ordinal);
        var guest = Bot.Conversation("emulator");
        await Bot.HandsOverAsync(guest, "We got a strange mail from billing@evil.example about the quote");
        Assert.Null((await Bot.CaseAsync(guest))!.Email);
        await guest.CustomerSays("jo.doe@example.com");
        Assert.Equal("jo.doe@example.com", (await Bot.CaseAsync(guest))!.Email);
    }

    [Fact]
    public async Task Who_wants_a_call_is_asked_for_the_number_in_the_same_question()
    {
        var alex = Alex;
        Assert.Contains("which number", (await alex.CustomerSays("please call me back")).Text, StringComparison.Ordinal);
        var opened = await alex.CustomerSays("the quote is wrong, +44 20 7946 0958");
        Assert.Contains("+44 20 7946 0958", opened.Text, StringComparison.Ordinal);
        Assert.Equal("+44 20 7946 0958", (await Bot.CaseAsync(alex))!.Phone);
    }

    [Theory]
    [InlineData("talk to a person", "The backup app we bought on the Azure Marketplace is broken and unavailable", "its publisher gives technical support")]
    [InlineData("talk to a person", "We bought it directly from Microsoft and the invoice is wrong", "that product's own portal")]
    [InlineData("担当者と話す", "マイクロソフトから直接購入した製品の請求が違います", "その製品のポータル")]
    public async Task Whoever_is_helped_sooner_elsewhere_is_told_where(string request, string about, string expected)
    {
        var alex = Alex;
        await alex.CustomerSays(request);
        var opened = await alex.CustomerSays(about);
        Assert.NotNull(await Bot.CaseAsync(alex));
        Assert.Contains(expected, opened.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_goes_is_decided_by_the_partner_s_rules_and_kept_with_the_reasons()
    {
        var alex = Alex;
        var known = await Bot.HandsOverAsync(alex, "Outlook shows an error and nobody can log in");
        Assert.Equal((Classification.Technical, Urgency.Critical), (known.Classification, known.Urgency));
        var record = BillingBot.Knowledge.Support.Routing.RoutingRecord.FromJson(known.Routing)!;
        Assert.Equal(known.Queue, record.Decision.Queue);
        Assert.NotEmpty(record.Decision.Reasons);
        Assert.Contains(await Bot.EventsAsync(known.Id), happened =>
            happened.Kind == CaseEventKind.Routed && happened.Text!.Contains(record.Decision.Destination.ToString(), StringComparison.Ordinal));
        await alex.CustomerSays("I think we were hacked, there is fraud");
        Assert.Equal((Classification.Fraud, "security"), ((await Bot.CaseAsync(alex))!.Classification, (await Bot.CaseAsync(alex))!.Queue));
    }

    [Fact]
    public async Task Asking_how_long_it_takes_says_the_wait_and_is_no_detail()
    {
        var mika = Mika;
        await mika.CustomerSays("担当者を出してください");
        await mika.CustomerSays("見積もりの金額が合意と違います");
        var known = (await Bot.CaseAsync(mika))!;
        Assert.Contains("担当者に伝えました", (await mika.CustomerSays("まだですか")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await Bot.EventsAsync(known.Id), happened => happened.Kind == CaseEventKind.Detail);
    }

    [Fact]
    public async Task Whoever_goes_on_telling_at_the_last_question_is_not_asked_again()
    {
        var alex = Alex;
        await alex.CustomerSays("your bills are rubbish again");
        await alex.CustomerSays("get me a human");
        await alex.CustomerSays("Bob signed quote Q-77-B at another price");
        Assert.Contains("Q-77-B", (await Bot.CaseAsync(alex))!.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_of_fraud_ends_the_form_that_was_open()
    {
        var alex = Alex;
        await alex.CustomerSays("Why is my Azure bill so high?");
        await alex.CustomerSays("talk to a person");
        var fraud = await alex.CustomerSays("our account was hacked");
        Assert.DoesNotContain("Back to where we were", fraud.Text, StringComparison.Ordinal);
        Assert.Equal(Classification.Fraud, (await Bot.CaseAsync(alex))!.Classification);
    }

    [Fact]
    public async Task A_repeated_activity_opens_no_second_case()
    {
        var alex = Alex;
        await alex.CustomerSays("talk to a person");
        var activity = alex.Message("the price is wrong on the quote", "same-id");
        using var first = await alex.PostAsync(activity);
        using var second = await alex.PostAsync(alex.Message("the price is wrong on the quote", "same-id"));
        await Bot.WhenIdleAsync();
        var known = (await Bot.CaseAsync(alex))!;
        Assert.Single(await Bot.EventsAsync(known.Id), happened => happened.Kind == CaseEventKind.Opened);
        Assert.DoesNotContain(await Bot.EventsAsync(known.Id), happened => happened.Kind == CaseEventKind.Detail);
    }

    [Fact]
    public async Task In_a_group_it_says_that_others_read_along_and_only_who_asked_steers_the_case()
    {
        var group = Bot.Group(TestUser.Alex);
        await group.CustomerSays("talk to a person");
        var opened = await group.CustomerSays("The price on our quote is not what we agreed");
        Assert.Contains("Others in this chat can read along", opened.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("@", opened.Text, StringComparison.Ordinal);
        var known = (await Bot.CaseAsync(group))!;
        Assert.True(known.IsGroup);
        var sam = group.As(TestUser.Sam);
        Assert.Contains("Somebody has already asked", (await sam.CustomerSays("talk to a person")).Text, StringComparison.Ordinal);
        await sam.CustomerSays("zzz qqq brrr whatever, it is urgent");
        Assert.DoesNotContain(await Bot.EventsAsync(known.Id), happened => happened.Kind == CaseEventKind.Detail);
        Assert.Equal(Urgency.Normal, (await Bot.CaseAsync(group))!.Urgency);
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)> **bold** | table | `code`")]
    [InlineData("=HYPERLINK(\"http://evil.example\")")]
    [InlineData("\u202Eمرحبا بالعالم 🍚")]
    public async Task Odd_words_are_kept_as_they_are_and_shown_as_text(string words)
    {
        var alex = Alex;
        await alex.CustomerSays("talk to a person");
        await alex.CustomerSays(words);
        Assert.Equal(words, (await Bot.CaseAsync(alex))?.Summary);
    }

    [Fact]
    public async Task A_huge_text_is_kept_in_part_and_stands_whole_in_the_transcript()
    {
        var alex = Alex;
        await alex.CustomerSays("talk to a person");
        var story = string.Concat(Enumerable.Repeat("long story 🍚 ", 5_000)).Trim();
        await alex.CustomerSays(story);
        var known = (await Bot.CaseAsync(alex))!;
        Assert.InRange(known.Summary.Length, 900, 1_000);
        Assert.Contains(
            await Bot.Services.GetRequiredService<CaseReader>().TranscriptAfterAsync(HandedOver.Yuki, known.Id, 0, TestContext.Current.CancellationToken),
            line => line.Text == story);
    }
}
