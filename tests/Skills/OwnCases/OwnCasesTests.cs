using BillingBot.Knowledge.Cases;
using BillingBot.Tests.Host;
using BillingBot.Tests.Skills.Handoff;
using static BillingBot.Tests.Skills.OwnCases.CaseWords;

namespace BillingBot.Tests.Skills.OwnCases;

/// <summary>What customers ask about their own cases, and that nobody else's can be read or steered.</summary>
public class OwnCasesTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private BotHost Bot => shared.Bot;
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

    [Theory]
    [InlineData("in case 1200 dollars are missing, what then?")]
    [InlineData("I have a request: 1200 USD more on the invoice")]
    public async Task Amounts_are_no_case_numbers(string words) =>
        Assert.DoesNotContain("no case", (await Alex.CustomerSays(words)).Text, StringComparison.Ordinal);
}
