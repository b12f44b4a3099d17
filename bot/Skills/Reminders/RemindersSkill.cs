using BillingBot.Conversation;
using BillingBot.Knowledge.Billing.Collections;
using BillingBot.Skills.Answer;
using BillingBot.Skills.Collections;

namespace BillingBot.Skills.Reminders;

/// <summary>"Remind me before invoices are due", "stop reminding me": keeps what a billing contact wants, in their words.</summary>
internal sealed class RemindersSkill(
    ReminderPreferences preferences, AnswerSkill answer, CollectionsButtons buttons, Phrases<RemindersSkill> phrases) : ISkill
{
    public string Name => "reminders";

    public async ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken) => turn switch
    {
        { Person: { } person } when Says(turn, "Stop") => Keep(turn, person, wants: false, "Stopped"),
        { Person: { IsBillingContact: true } person } when Says(turn, "Wish") => Keep(turn, person, wants: true, "Kept"),
        { Person: { IsBillingContact: true } person } => Explain(turn, await preferences.WantsAsync(person.Id, cancellationToken) is true ? "Now_On" : "Now_Off"),
        _ => Explain(turn, turn.Person is null ? "WhoAsks" : "OnlyBillingContact"),
    };

    private Reply Keep(Turn turn, KnownPerson person, bool wants, string key) => new(
        [
            new ReplyMessage
            {
                Text = phrases[turn.Language, key],
                Choices = wants ? [] : [buttons.Remind(turn.Language)],
                Language = turn.Language.Code,
            },
        ],
        turn.State)
    {
        Effects = [new PreferenceEffect(person.Id, person.CustomerId, wants, turn.Text)],
        Outcome = new Outcome(Name, wants ? "wanted" : "stopped"),
    };

    /// <summary>The article's words, then how it stands and what can be chosen.</summary>
    private Reply Explain(Turn turn, string key)
    {
        var mayChoose = key is "Now_On" or "Now_Off";
        var introduction = answer.Answer(turn, turn.Article ?? throw new InvalidOperationException("This skill is reached by an article."), confidence: null);
        return introduction with
        {
            Messages = introduction.Messages[0].Around(new ReplyMessage
            {
                Text = phrases[turn.Language, key],
                Choices = mayChoose ? [buttons.Remind(turn.Language), buttons.NoReminders(turn.Language)] : [],
                Language = turn.Language.Code,
            }),
            Outcome = new Outcome(Name, "explained"),
        };
    }

    private bool Says(Turn turn, string key) => phrases.Pattern(turn.Language, key).IsMatch(turn.Text);
}
