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
    public async Task A_billing_contact_is_asked_once_and_keeps_the_buttons_of_the_answer()
    {
        var asked = await OfferAsync(Desk.Alex);
        Assert.Equal([0, 2], asked.Messages.Select(message => message.Choices.Count));
        Assert.Equal(["Lines", "Remind me before invoices are due"], asked.Messages[^1].Choices.Select(choice => choice.Label));
        await shared.Bot.ChangeAsync(db => Assert.Single(asked.Effects).ApplyAsync(db, Instant.FromUtc(2026, 11, 24, 1, 0), TestContext.Current.CancellationToken));
        Assert.Single((await OfferAsync(Desk.Alex)).Messages);
    }

    [Fact]
    public async Task Others_are_not_asked()
    {
        Assert.Single((await OfferAsync(Desk.Alex with { Id = "contoso-sam", IsBillingContact = false })).Messages);
        Assert.Single((await OfferAsync(null)).Messages);
    }

    private Task<Reply> OfferAsync(KnownPerson? person) => shared.Bot.Services.GetRequiredService<ReminderOffer>().AddAsync(
        new Turn { Kind = TurnKind.Message, Language = Language.English, Person = person, State = ConversationState.Empty, Now = Instant.FromUtc(2026, 11, 24, 1, 0) },
        new Reply([new ReplyMessage { Text = "Unpaid", Choices = [new Choice("Lines")], Language = "en" }], ConversationState.Empty),
        TestContext.Current.CancellationToken);
}
