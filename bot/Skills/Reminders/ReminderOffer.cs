using BillingBot.Conversation;
using BillingBot.Knowledge.Billing.Collections;
using BillingBot.Skills.Collections;

namespace BillingBot.Skills.Reminders;

/// <summary>Asks a billing contact, once in their life, whether they want reminders: for the reply that shows an unpaid invoice.</summary>
internal sealed class ReminderOffer(ReminderPreferences preferences, CollectionsButtons buttons, Phrases<ReminderOffer> phrases)
{
    /// <returns>
    /// The reply with the question under it, in the last message, and the effect that keeps that it was asked; unchanged
    /// where it is not to be asked.
    /// </returns>
    /// <param name="turn">The turn that is answered.</param>
    /// <param name="reply">An answer that shows an unpaid invoice.</param>
    /// <param name="cancellationToken">The turn's.</param>
    public async Task<Reply> AddAsync(Turn turn, Reply reply, CancellationToken cancellationToken)
    {
        if (turn is not { MaySeeAmounts: true, Person: { } person } || await preferences.WasAskedAsync(person.Id, cancellationToken))
        {
            return reply;
        }

        // Web Chat shows the buttons of the newest message only: those of the answer move along. To leave it is a no.
        var shown = reply.Messages[^1];
        return reply with
        {
            Messages =
            [
                .. reply.Messages.Take(reply.Messages.Count - 1),
                shown with { Choices = [] },
                new ReplyMessage
                {
                    Text = phrases[turn.Language, "Question"],
                    Choices = [.. shown.Choices, buttons.Remind(turn.Language)],
                    Language = turn.Language.Code,
                },
            ],
            Effects = [.. reply.Effects, new PreferenceEffect(person.Id, person.CustomerId, Wants: null, Words: null)],
        };
    }
}
