using BillingBot.Conversation;
using BillingBot.Skills.Offer;

namespace BillingBot.Tests.Skills.Offer;

/// <summary>A button says its label, and only a title is sure to be found.</summary>
public sealed class OfferButtonsTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Every_button_is_the_title_of_a_shipped_article(string language)
    {
        var words = new OfferWords(new Phrases<OfferWords>(), Language.FromLocale(language)!);
        Assert.Equal(
            [await Title("talk-to-person"), await Title("support-plans"), await Title("support-hours")],
            [words.TalkToPerson.Label, words.SupportPlans.Label, words.SupportHours.Label]);

        async Task<string> Title(string article) =>
            (await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Content", language, article + ".md"), TestContext.Current.CancellationToken))
            .First(line => line.StartsWith("title: ", StringComparison.Ordinal))["title: ".Length..].Trim('"');
    }

    [Fact]
    public async Task The_offer_leads_on_to_the_hours_and_to_a_person() => Assert.Equal(
        [new Choice("Support hours"), new Choice("Talk to a person")],
        Assert.Single((await OfferSkillTests.Reply("plans")).Messages).Choices);
}
