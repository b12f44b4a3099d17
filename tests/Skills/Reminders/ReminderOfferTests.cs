using BillingBot.Conversation;
using BillingBot.Skills.Reminders;
using BillingBot.Tests.Host;
using BillingBot.Tests.Skills.Collections;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BillingBot.Tests.Skills.Reminders;

public sealed class ReminderOfferTests(SharedBot shared) : IClassFixture<SharedBot>
{
    [Fact]
    public async Task A_billing_contact_is_asked_once()
    {
        var asked = await OfferAsync(Desk.Alex);
        Assert.Equal(["Remind me before invoices are due", "No reminders, please"], Assert.Single(asked.Messages).Choices.Select(choice => choice.Label));
        await shared.Bot.ChangeAsync(db => Assert.Single(asked.Effects).ApplyAsync(db, Instant.FromUtc(2026, 11, 24, 1, 0), TestContext.Current.CancellationToken));
        Assert.Empty((await OfferAsync(Desk.Alex)).Messages);
    }

    [Fact]
    public async Task Others_are_not_asked()
    {
        Assert.Empty((await OfferAsync(Desk.Alex with { Id = "contoso-sam", IsBillingContact = false })).Messages);
        Assert.Empty((await OfferAsync(null)).Messages);
    }

    private Task<Reply> OfferAsync(KnownPerson? person) => shared.Bot.Services.GetRequiredService<ReminderOffer>().AddAsync(
        new Turn { Kind = TurnKind.Message, Language = Language.English, Person = person, State = ConversationState.Empty, Now = Instant.FromUtc(2026, 11, 24, 1, 0) },
        new Reply([], ConversationState.Empty),
        TestContext.Current.CancellationToken);
}
