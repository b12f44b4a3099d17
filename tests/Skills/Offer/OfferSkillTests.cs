using BillingBot.Conversation;
using BillingBot.Knowledge.Support;
using BillingBot.Skills.Offer;
using BillingBot.Tests.Skills.Hours;
using BillingBot.Tests.Support;
using NodaTime;

namespace BillingBot.Tests.Skills.Offer;

public sealed class OfferSkillTests
{
    [Fact]
    public async Task A_guest_reads_every_plan_whole()
    {
        var card = await Card("Which support plans do you have?");
        Assert.Equal(("Northwind Cloud support", "Our support plans: Standard, Plus."), (card.Title, card.Summary));
        Assert.Equal(
            [
                new("Standard", "Answers to billing and subscription questions, first diagnosis of technical problems, escalation to Microsoft where needed."),
                new("Standard: Hours", "Mon–Fri 09:00–12:00, 13:00–18:00; closed on public holidays"),
                new("Standard: Price", "Included, no extra charge. For everyone who buys a subscription from us."),
                new("Standard: Contact", "Phone +81-3-5550-0100, E-mail support@northwindcloud.example"),
                new("Standard: Languages", "日本語, English"),
                new("Plus", "Everything in Standard, at any hour, with urgent outages taken first."),
                new("Plus: Hours", "Every day 24 hours"),
                new("Plus: Price", "JPY 50,000 a month. Per company, tax not included."),
                new("Plus: Contact", "Phone +81-3-5550-0100, E-mail support@northwindcloud.example"),
                new("Plus: Languages", "日本語, English"),
                new("Time zone", "Asia/Tokyo (UTC+9:00)"),
            ],
            card.Facts);
    }

    [Theory]
    [InlineData("What does support cost?")]
    [InlineData("is there a fee")]
    [InlineData("HOW MUCH is Plus")]
    public async Task A_question_of_money_is_answered_with_prices(string question) => Assert.Equal(
        "Standard: Included, no extra charge. For everyone who buys a subscription from us.\nPlus: JPY 50,000 a month. Per company, tax not included.",
        (await Card(question)).Summary);

    [Theory]
    [InlineData("How can I reach you?")]
    [InlineData("phone number please")]
    [InlineData("your email")]
    public async Task A_question_of_contact_is_answered_with_contacts(string question) => Assert.Equal(
        "You reach Standard support by: Phone +81-3-5550-0100, E-mail support@northwindcloud.example.",
        (await Card(question)).Summary);

    [Fact]
    public async Task Feedback_and_recall_are_neither_a_fee_nor_a_call() =>
        Assert.StartsWith("Our support plans", (await Card("feedback: I recall other plans")).Summary, StringComparison.Ordinal);

    [Fact]
    public async Task A_persons_own_plan_comes_first_and_is_marked()
    {
        var card = await Card("plans", HoursDesk.Customer(plan: "plus"));
        Assert.Equal("Our support plans: Plus, Standard. Yours is Plus.", card.Summary);
        Assert.Equal("Plus (your plan)", card.Facts[0].Label);
    }

    [Theory]
    [InlineData("サポートの料金はいくらですか", "Standard：追加料金なし。当社でサブスクリプションをご購入のすべてのお客様が対象です。\nPlus：月額50,000円。1社あたり、税別。")]
    [InlineData("電話番号を教えてください", "Standardサポートのお問い合わせ先：電話 +81-3-5550-0100、メール support@northwindcloud.example。")]
    [InlineData("どんなサポートプランがありますか", "当社のサポートプランは次のとおりです：Standard、Plus。")]
    public async Task A_question_is_answered_in_japanese(string question, string summary)
    {
        var card = await Card(question, language: Language.Japanese);
        Assert.Equal(("Northwind Cloudのサポート", summary), (card.Title, card.Summary));
        Assert.Contains(new CardFact("Standard：受付時間", "月～金曜日 9:00～12:00、13:00～18:00(祝日を除く)"), card.Facts);
    }

    [Theory]
    [InlineData("EUR", 4950, "EUR 49.50 per incident", "1件あたりEUR 49.50")]
    [InlineData("KWD", 1250500, "KWD 1,250.500 per incident", "1件あたりKWD 1,250.500")]
    [InlineData("JPY", 9800, "JPY 9,800 per incident", "1件あたり9,800円")]
    public async Task Money_has_the_decimals_of_its_currency(string currency, long amount, string english, string japanese)
    {
        var plan = OfferFolder.Demo.Plans[0] with { Price = new(new(amount, currency, PricePeriod.Incident), null) };
        var offer = OfferFolder.Demo with { Plans = [plan] };
        Assert.Contains(new CardFact("Standard: Price", english), (await Card("plans", offer: offer)).Facts);
        Assert.Contains(new CardFact("Standard：料金", japanese), (await Card("plans", offer: offer, language: Language.Japanese)).Facts);
    }

    [Fact]
    public async Task Where_nothing_is_published_it_says_so_and_offers_a_person()
    {
        var reply = await Reply("What does support cost?", offer: PublishedOffer.Nothing);
        var message = Assert.Single(reply.Messages);
        Assert.Contains("not published", message.Text, StringComparison.Ordinal);
        Assert.Equal([new Choice("Talk to a person")], message.Choices);
        Assert.Equal(new Outcome("offer", "notPublished"), reply.Outcome);
    }

    [Fact]
    public async Task A_plan_that_is_not_published_is_told_before_the_others()
    {
        var reply = await Reply("plans", HoursDesk.Customer(plan: "Gold"));
        Assert.Contains("Gold", reply.Messages[0].Text, StringComparison.Ordinal);
        Assert.Equal([new Choice("Talk to a person")], reply.Messages[0].Choices);
        Assert.NotNull(reply.Messages[1].Card);
    }

    private static async Task<Card> Card(string text, KnownPerson? person = null, PublishedOffer? offer = null, Language? language = null) =>
        Assert.Single((await Reply(text, person, offer, language)).Messages).Card!;

    internal static async Task<Reply> Reply(string text, KnownPerson? person = null, PublishedOffer? offer = null, Language? language = null) =>
        await new OfferSkill(offer ?? OfferFolder.Demo, new Phrases<OfferSkill>(), new Phrases<OfferWords>()).RespondAsync(
            new Turn
            {
                Kind = TurnKind.Message,
                Text = text,
                Language = language ?? Language.English,
                Person = person,
                State = ConversationState.Empty,
                Now = Instant.FromUtc(2026, 11, 24, 1, 30),
            },
            CancellationToken.None);
}
