using BillingBot.Cases;
using BillingBot.Knowledge.Cases;
using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Skills.Handoff;

/// <summary>What a case holds: what the customer said, as they said it, and where answer and case go.</summary>
public sealed class CaseContentTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private BotHost Bot => shared.Bot;
    private CustomerConversation Alex => Bot.Conversation("msteams", TestUser.Alex);

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
