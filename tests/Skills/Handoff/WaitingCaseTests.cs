using BillingBot.Knowledge.Cases;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Skills.Handoff;

/// <summary>A case that waits: there is one, it can be added to, and whoever asks is told the wait.</summary>
public sealed class WaitingCaseTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private BotHost Bot => shared.Bot;
    private CustomerConversation Alex => Bot.Conversation("msteams", TestUser.Alex);
    private CustomerConversation Mika => Bot.Conversation("msteams", TestUser.Mika);

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
}
