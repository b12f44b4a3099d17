using BillingBot.Conversation;
using BillingBot.Knowledge.Support;
using BillingBot.Recognizers;
using BillingBot.Skills.Hours;
using BillingBot.Skills.Offer;
using BillingBot.Tests.Support;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Tests.Skills.Hours;

/// <summary>The hours skill with the demonstration partner in Tokyo, asked by a guest in English unless a test says otherwise.</summary>
internal sealed record HoursDesk
{
    /// <summary>The partner's wall clock.</summary>
    public required string Now { get; init; }
    public PublishedOffer Offer { get; init; } = OfferFolder.Demo;
    public Language Language { get; init; } = Language.English;
    public KnownPerson? Person { get; init; }
    public IDateTimeRecognizer Said { get; init; } = new SaidTimes();

    public static KnownPerson Customer(string timeZone = "Asia/Tokyo", string plan = "Standard") =>
        new("aiko", "Aiko", "contoso", timeZone, plan, IsBillingContact: true, "ja", "standard");

    public async Task<Reply> Reply(string text = "") =>
        await new HoursSkill(Offer, Said, new Phrases<HoursSkill>(), new Phrases<OfferWords>()).RespondAsync(
            new Turn
            {
                Kind = TurnKind.Message,
                Text = text,
                Language = Language,
                Person = Person,
                State = new ConversationState { LastArticleId = "support-hours" },
                Now = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(Now).Value.InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Tokyo"]).ToInstant(),
            },
            CancellationToken.None);

    public async Task<Card> Card(string text = "") => Assert.Single((await Reply(text)).Messages).Card!;
}
