using BillingBot.Tests.Host;
using BillingBot.Tests.Skills.Handoff;

namespace BillingBot.Tests.Conversations;

/// <summary>Who asks the same in other words has read the answer: it is not given as if it were new.</summary>
public sealed class AskedAgainTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private const string First = "How do I cancel a licence on new commerce?", Again = "Can I cancel a new commerce licence subscription?";
    private const string Title = "Cancelling a licence subscription (new commerce)";

    private CustomerConversation Chat(TestUser? user = null) => shared.Bot.Conversation("emulator", user);

    [Theory]
    [InlineData(First, Again, "within 7 calendar days", Title, "Talk to a person")]
    [InlineData("What happens if I don't pay my invoice?", "what if we do not pay the bill", "cut you off overnight", "What happens if an invoice is not paid", "Talk to a person")]
    [InlineData("新しいコマースのライセンスを解約するには？", "新しいコマースのライセンスは解約できますか", "7日（暦日）以内", "ライセンスの解約（新しいコマース）", "担当者と話す")]
    public async Task What_was_told_just_before_is_named_with_narrower_questions_and_a_person(string first, string then, string told, string title, string person)
    {
        var chat = Chat();
        Assert.Contains(told, (await chat.CustomerSays(first)).Text, StringComparison.Ordinal);
        var again = await chat.CustomerSays(then);
        Assert.DoesNotContain(told, again.Text, StringComparison.Ordinal);
        Assert.Contains($"**{title}**", again.Text, StringComparison.Ordinal);
        Assert.Contains(person, again.Buttons);
        Assert.True(again.Buttons.Count > 2);
    }

    [Fact]
    public async Task Whoever_presses_its_title_reads_it_again()
    {
        var chat = Chat();
        await chat.CustomerSays(First);
        Assert.Contains(Title, (await chat.CustomerSays(Again)).Buttons);
        Assert.Contains("within 7 calendar days", (await chat.CustomerSays(Title)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_comes_back_an_hour_later_reads_it_again()
    {
        using var bot = BotHost.Start();
        var chat = bot.Conversation("emulator");
        await chat.CustomerSays(First);
        bot.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Contains("within 7 calendar days", (await chat.CustomerSays(Again)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_takes_what_is_missing_to_staff()
    {
        var alex = shared.Bot.Conversation("msteams", TestUser.Alex);
        await alex.CustomerSays(First);
        await alex.CustomerSays(Again);
        await alex.CustomerSays("yes please");
        Assert.Equal(Again, (await shared.Bot.CaseAsync(alex))!.Summary);
    }

    [Fact]
    public async Task After_another_answer_it_is_told_in_full_again()
    {
        var chat = Chat();
        await chat.CustomerSays(First);
        await chat.CustomerSays("When is your support open?");
        Assert.Contains("within 7 calendar days", (await chat.CustomerSays(Again)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_other_language_it_is_told_in_full()
    {
        var chat = Chat();
        await chat.CustomerSays(First);
        Assert.Contains("7日（暦日）以内", (await chat.CustomerSays("新しいコマースのライセンスを解約するには？")).Text, StringComparison.Ordinal);
    }
}
