using BillingBot.Cases;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Tests.Cases;
using BillingBot.Tests.Host;
using BillingBot.Tests.Skills.Handoff;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Skills.OwnCases;

/// <summary>What customers ask about their own cases, and that nobody else's can be read or steered.</summary>
public class OwnCasesTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private BotHost Bot => shared.Bot;
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private CustomerConversation Alex => Bot.Conversation("msteams", TestUser.Alex);

    [Theory]
    [InlineData("what about my case {0}?", "waiting for a colleague")]
    [InlineData("Status of case {0}", "waiting for a colleague")]
    [InlineData("case {0}", "waiting for a colleague")]
    [InlineData("#{0}", "waiting for a colleague")]
    [InlineData("any news on ticket #{0}", "waiting for a colleague")]
    [InlineData("お問い合わせ{0}はどうなりましたか", "お待ちいただいております")]
    [InlineData("問い合わせ番号 {0} の状況", "お待ちいただいております")]
    public async Task A_case_is_asked_about_by_its_number_from_any_private_conversation_of_the_person(string words, string expected)
    {
        var known = await Bot.HandsOverAsync(Alex);
        var elsewhere = await Alex.CustomerSays(Say(words, known));
        Assert.Contains(expected, elsewhere.Text, StringComparison.Ordinal);
        Assert.Contains(known.Summary, elsewhere.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_number_it_is_the_latest_and_who_has_it_is_named()
    {
        var alex = Bot.Conversation("msteams", TestUser.Sam);
        var known = await Bot.HandsOverAsync(alex);
        Assert.Contains($"Case {known.Id}", (await alex.CustomerSays("status of my request")).Text, StringComparison.Ordinal);
        await Bot.ClaimAsync(known.Id);
        var elsewhere = await Bot.Conversation("msteams", TestUser.Sam).CustomerSays($"what about case {known.Id}?");
        Assert.Contains("Yuki is working on it", elsewhere.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_anothers_reads_like_what_does_not_exist()
    {
        var alex = Alex;
        var known = await Bot.HandsOverAsync(alex, "our secret matter");
        var missing = (await Alex.CustomerSays("what about my case 999999?")).Text;
        CustomerConversation[] strangers =
        [
            Bot.Conversation("msteams", TestUser.Kim), // Another customer's person.
            Bot.Conversation("msteams", TestUser.Sam), // A colleague.
            Bot.Conversation("emulator"), // A guest.
            Bot.Conversation("msteams", TestUser.Guest),
            Bot.Group(TestUser.Alex), // The person themselves, where others read along.
            alex.As(TestUser.Sam), // A colleague in the very conversation.
        ];
        foreach (var stranger in strangers)
        {
            foreach (var words in new[] { "what about my case {0}?", "withdraw case {0}", "add to case {0}: it is urgent", "reopen case {0}", "rate case {0}" })
            {
                var reply = await stranger.CustomerSays(Say(words, known));
                Assert.Equal(missing.Replace("999999", Number(known), StringComparison.Ordinal), reply.Text);
            }
        }

        var after = (await Bot.CaseAsync(alex))!;
        Assert.Equal((CaseStatus.Waiting, Urgency.Normal), (after.Status, after.Urgency));
        Assert.Equal(2, (await Bot.EventsAsync(known.Id)).Count);
    }

    [Fact]
    public async Task A_closed_case_of_another_can_be_neither_reopened_nor_rated()
    {
        var alex = Alex;
        var known = await Bot.HandsOverAsync(alex);
        await Bot.ResolveAsync(known.Id);
        var kim = Bot.Conversation("msteams", TestUser.Kim);
        Assert.Contains("I find no case", (await kim.CustomerSays($"reopen case {known.Id}")).Text, StringComparison.Ordinal);
        await kim.CustomerSays("1 - very poor");
        await alex.As(TestUser.Sam).CustomerSays("1 - very poor");
        var after = (await Bot.CaseAsync(alex))!;
        Assert.Equal((CaseStatus.Resolved, (int?)null), (after.Status, after.Rating));
    }

    [Fact]
    public async Task A_guest_has_the_case_of_this_very_conversation()
    {
        var guest = Bot.Conversation("emulator");
        var known = await Bot.HandsOverAsync(guest);
        Assert.Contains("waiting for a colleague", (await guest.CustomerSays($"case {known.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("I find no case", (await Bot.Conversation("emulator").CustomerSays($"case {known.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("I find no case", (await guest.As(new TestUser("29:other", "Other")).CustomerSays($"case {known.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_detail_is_added_from_elsewhere_at_once_or_when_asked_for()
    {
        var known = await Bot.HandsOverAsync(Alex);
        var elsewhere = Alex;
        Assert.Contains("added that to your case", (await elsewhere.CustomerSays($"add to case {known.Id}: the quote was signed by Bob")).Text, StringComparison.Ordinal);
        Assert.Contains("What shall I add", (await elsewhere.CustomerSays($"Add to case {known.Id}")).Text, StringComparison.Ordinal);
        await elsewhere.CustomerSays("Q-77-B is the number of the quote");
        var details = (await Bot.EventsAsync(known.Id)).Where(happened => happened.Kind == CaseEventKind.Detail).Select(happened => happened.Text).ToList();
        Assert.Equal(2, details.Count);
        Assert.Contains("signed by Bob", details[0], StringComparison.Ordinal);
        Assert.Equal("Q-77-B is the number of the quote", details[1]);
    }

    [Theory]
    [InlineData("Add to case {0}: please cancel the order and close the subscription that is still on my invoice", "please cancel the order and close the subscription that is still on my invoice")]
    [InlineData("I'd like to add something to case {0}: review my invoice", "I'd like to add something to case {0}: review my invoice")]
    [InlineData("case {0}: we also no longer need the 5 seats", "we also no longer need the 5 seats")]
    [InlineData("お問い合わせ {0} に追記：サブスクリプションの状況を教えてほしいのとキャンセルの金額が違います", "サブスクリプションの状況を教えてほしいのとキャンセルの金額が違います")]
    public async Task A_detail_is_kept_as_it_was_said_whatever_its_words_would_do_to_a_case(string words, string kept)
    {
        var alex = Alex;
        var known = await Bot.HandsOverAsync(alex);
        await alex.CustomerSays(Say(words, known));
        Assert.Equal(CaseStatus.Waiting, (await Bot.CaseAsync(alex))!.Status);
        Assert.Equal(Say(kept, known), (await Bot.EventsAsync(known.Id)).Single(happened => happened.Kind == CaseEventKind.Detail).Text);
    }

    [Fact]
    public async Task Whoever_asks_for_the_number_of_a_waiting_case_or_where_staff_are_is_told_it()
    {
        foreach (var words in new[] { "What is my case number?", "お問い合わせ番号は？", "hello?? where did you go" })
        {
            var alex = Alex;
            var known = await Bot.HandsOverAsync(alex);
            Assert.Contains(Number(known), (await alex.CustomerSays(words)).Text, StringComparison.Ordinal);
            Assert.DoesNotContain(await Bot.EventsAsync(known.Id), happened => happened.Kind == CaseEventKind.Detail);
        }
    }

    [Fact]
    public async Task A_waiting_case_is_withdrawn_and_reopened_by_its_buttons_and_its_context_ends()
    {
        var alex = Alex;
        var known = await Bot.HandsOverAsync(alex);
        var withdrawn = await alex.CustomerSays($"Withdraw case {known.Id}");
        Assert.Contains("I have withdrawn your case", withdrawn.Text, StringComparison.Ordinal);
        Assert.Equal(Resolution.Withdrawn, (await Bot.CaseAsync(alex))!.Resolution);
        Assert.Contains("What shall I tell our staff", (await alex.CustomerSays("talk to a person")).Text, StringComparison.Ordinal);
        await alex.CustomerSays("cancel");
        Assert.Contains("I have reopened your case", (await alex.CustomerSays(withdrawn.Buttons[0])).Text, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Waiting, (await Bot.CaseAsync(alex))!.Status);
        Assert.Contains("added that", (await alex.CustomerSays("Q-77-B is signed by Bob")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_ordered_in_a_case_is_no_case_to_withdraw()
    {
        var alex = Alex;
        var known = await Bot.HandsOverAsync(alex);
        var stranger = await alex.CustomerSays("Cancel the order in ticket 987654");
        Assert.Contains("987654", stranger.Text, StringComparison.Ordinal);
        await alex.CustomerSays($"Cancel the order in ticket {known.Id}");
        Assert.Equal(CaseStatus.Waiting, (await Bot.CaseAsync(alex))!.Status);
    }

    [Theory]
    [InlineData("チケット{0}に書いたものを取り消してください")]
    [InlineData("ケース{0}の中のお願いをキャンセルしたい")]
    public async Task What_is_asked_for_within_a_case_is_no_case_to_withdraw_in_Japanese_either(string words)
    {
        var alex = Alex;
        var known = await Bot.HandsOverAsync(alex);
        var stranger = await alex.CustomerSays(words.Replace("{0}", "987654", StringComparison.Ordinal));
        Assert.Contains("987654", stranger.Text, StringComparison.Ordinal);
        await alex.CustomerSays(Say(words, known));
        Assert.Equal(CaseStatus.Waiting, (await Bot.CaseAsync(alex))!.Status);
    }

    [Theory]
    [InlineData("close it, it works again")]
    [InlineData("Thanks, you can close this now")]
    [InlineData("It works again")]
    [InlineData("もう解決しました")]
    [InlineData("取り下げてください")]
    public async Task Who_waits_and_needs_nobody_any_more_says_so_without_a_number(string words)
    {
        var alex = Alex;
        await Bot.HandsOverAsync(alex);
        await alex.CustomerSays(words);
        Assert.Equal(Resolution.Withdrawn, (await Bot.CaseAsync(alex))!.Resolution);
    }

    [Theory]
    [InlineData("has ticket {0} been cancelled?")]
    [InlineData("I do not want ticket {0} cancelled")]
    [InlineData("is ticket {0} solved?")]
    [InlineData("cancle ticket {0} pls, not neded any more")]
    public async Task What_only_sounds_like_closing_a_case_closes_none(string words)
    {
        var known = await Bot.HandsOverAsync(Alex);
        await Alex.CustomerSays(words.Replace("{0}", $"{known.Id}", StringComparison.Ordinal));
        Assert.Null((await Bot.ReadAsync(db => db.Cases.FirstAsync(one => one.Id == known.Id, Ct))).Resolution);
    }

    [Theory]
    [InlineData("please cancel it: the subscription of Sam")]
    [InlineData("cancel this invoice")]
    [InlineData("it works on my phone only")]
    public async Task What_only_sounds_like_it_leaves_the_case_open(string words)
    {
        var alex = Alex;
        await Bot.HandsOverAsync(alex);
        await alex.CustomerSays(words);
        Assert.True((await Bot.CaseAsync(alex))!.IsOpen);
    }

    [Fact]
    public async Task What_staff_have_is_not_withdrawn_under_their_hands()
    {
        var alex = Alex;
        var known = await Bot.HandsOverAsync(alex);
        await Bot.ClaimAsync(known.Id);
        Assert.Contains("I have told them", (await Alex.CustomerSays($"withdraw case {known.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Active, (await Bot.CaseAsync(alex))!.Status);
        Assert.Empty((await alex.CustomerSays("hello?")).Text);
    }

    [Theory]
    [InlineData("reopen case {0}")]
    [InlineData("お問い合わせ {0} を再開")]
    [InlineData("my case {0} is not solved")]
    public async Task Within_seven_days_a_closed_case_is_reopened_and_moves_to_where_the_person_writes(string words)
    {
        var alex = Alex;
        var known = await Bot.HandsOverAsync(alex);
        await Bot.ResolveAsync(known.Id);
        var elsewhere = Alex;
        var reopened = await elsewhere.CustomerSays(Say(words, known));
        Assert.Contains(Number(known), reopened.Text, StringComparison.Ordinal);
        var after = (await Bot.CaseAsync(elsewhere))!;
        Assert.Equal((known.Id, CaseStatus.Waiting, (string?)null), (after.Id, after.Status, after.OwnerId));
        Assert.Contains(await Bot.EventsAsync(known.Id), happened => happened.Kind == CaseEventKind.Reopened);
        var reader = Bot.Services.GetRequiredService<CaseReader>();
        var earlier = await reader.EarlierAsync(HandedOver.Yuki, known.Id, TestContext.Current.CancellationToken);
        Assert.Contains(earlier, line => line.Text == known.Summary);
        Assert.All(earlier, line => Assert.Equal(known.ConversationId, line.EarlierIn));
        Assert.Empty(await reader.EarlierAsync(Staff.Of("ed", "Ed", StaffRole.KnowledgeEditor), known.Id, TestContext.Current.CancellationToken));
        Assert.IsType<CaseOutcome.Done>(await Bot.ClaimAsync(known.Id));
        Assert.Empty((await elsewhere.CustomerSays("are you there?")).Text);
    }

    [Fact]
    public async Task After_seven_days_a_new_case_names_the_old_one()
    {
        await using var bot = BotHost.Start();
        var alex = bot.Conversation("msteams", TestUser.Alex);
        var known = await bot.HandsOverAsync(alex);
        await bot.ResolveAsync(known.Id);
        bot.Clock.Advance(TimeSpan.FromDays(8));
        var reply = await alex.CustomerSays($"reopen case {known.Id}");
        Assert.Contains("more than seven days ago", reply.Text, StringComparison.Ordinal);
        var next = (await bot.CaseAsync(alex))!;
        Assert.NotEqual(known.Id, next.Id);
        Assert.Contains($"Follow-up of case {known.Id}", next.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_case_ends_its_context_and_loops_into_no_new_one()
    {
        var alex = Alex;
        await alex.CustomerSays("how do I cook rice");
        await alex.CustomerSays("how do I bake bread");
        await alex.CustomerSays("yes");
        var known = (await Bot.CaseAsync(alex))!;
        await Bot.ResolveAsync(known.Id);
        await alex.CustomerSays("thanks");
        await alex.CustomerSays("yes");
        await alex.CustomerSays("how do I brew tea");
        Assert.Equal((known.Id, CaseStatus.Resolved), ((await Bot.CaseAsync(alex))!.Id, (await Bot.CaseAsync(alex))!.Status));
    }

    [Theory]
    [InlineData("5 - very good", 5)]
    [InlineData("2 - poor", 2)]
    [InlineData("3", 3)]
    [InlineData("4/5", 4)]
    [InlineData("★1", 1)]
    [InlineData("５点", 5)]
    [InlineData("1 - とても悪い", 1)]
    public async Task A_closed_case_is_rated_by_a_press_or_a_number(string words, int rating)
    {
        var alex = Alex;
        var known = await Bot.HandsOverAsync(alex);
        await Bot.ResolveAsync(known.Id);
        var asked = Bot.Channel.TakeAll().Last(sent => sent.ConversationId == alex.Id && sent.Type == "message");
        Assert.Contains("5 - very good", new BotReplies([asked.Body.DeepClone()]).Buttons);
        var thanks = await alex.CustomerSays(words);
        Assert.Equal(rating, (await Bot.CaseAsync(alex))!.Rating);
        Assert.Equal(rating <= 2, thanks.Buttons.Any(label => label.Contains(Number(known), StringComparison.Ordinal)));
        await alex.CustomerSays("Yuki was quick and kind to our whole team");
        Assert.Equal("Yuki was quick and kind to our whole team", (await Bot.CaseAsync(alex))!.RatingWords);
        Assert.Equal(2, (await Bot.EventsAsync(known.Id)).Count(happened => happened.Kind == CaseEventKind.Rated));
    }

    [Fact]
    public async Task A_poor_rating_is_told_to_the_leads_once_and_a_good_one_is_not()
    {
        await using var bot = BotHost.Start();
        await bot.Services.GetRequiredService<StaffDirectory>().SeenAsync(CaseStage.Lead, Ct);
        var (alex, sam) = (bot.Conversation("msteams", TestUser.Alex), bot.Conversation("msteams", TestUser.Sam));
        var poor = await bot.HandsOverAsync(alex);
        await bot.ResolveAsync(poor.Id);
        var good = await bot.HandsOverAsync(sam);
        await bot.ResolveAsync(good.Id);

        await alex.CustomerSays("1");
        await alex.CustomerSays("Nobody read what I wrote about our tenant");
        await alex.CustomerSays("2 - poor");
        await sam.CustomerSays("5");

        var mails = await bot.ReadAsync(db => db.Mails.Where(mail => mail.Subject.Contains("poor rating")).ToListAsync(Ct));
        var letter = Assert.Single(mails);
        Assert.Equal((CaseStage.Lead.Email, $"Case {poor.Id}: a poor rating from the customer"), (letter.To, letter.Subject));
        Assert.DoesNotContain("tenant", letter.Body, StringComparison.Ordinal);
        Assert.Single(await bot.EventsAsync(poor.Id), happened => happened is { Kind: CaseEventKind.Alert, Text: nameof(CaseAlert.RatedPoor) });
        Assert.DoesNotContain(await bot.EventsAsync(good.Id), happened => happened.Kind == CaseEventKind.Alert);
    }

    [Fact]
    public async Task A_question_after_the_rating_is_a_question_and_a_number_without_one_is_no_rating()
    {
        var alex = Alex;
        var known = await Bot.HandsOverAsync(alex);
        await Bot.ResolveAsync(known.Id);
        await alex.CustomerSays("4");
        Assert.Contains("Mon–Fri", (await alex.CustomerSays("When is your support open?")).Text, StringComparison.Ordinal);
        await alex.CustomerSays("2");
        var after = (await Bot.CaseAsync(alex))!;
        Assert.Equal((4, (string?)null), (after.Rating, after.RatingWords));
    }

    [Theory]
    [InlineData("in case 1200 dollars are missing, what then?")]
    [InlineData("I have a request: 1200 USD more on the invoice")]
    public async Task Amounts_are_no_case_numbers(string words) =>
        Assert.DoesNotContain("no case", (await Alex.CustomerSays(words)).Text, StringComparison.Ordinal);

    private static string Say(string words, Case known) => words.Replace("{0}", Number(known), StringComparison.Ordinal);

    private static string Number(Case known) => known.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
