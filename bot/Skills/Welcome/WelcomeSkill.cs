using BillingBot.Conversation;

namespace BillingBot.Skills.Welcome;

/// <summary>Greets each person once in a conversation, whatever the channel announces how often.</summary>
internal sealed class WelcomeSkill(ArticleButtons buttons, Phrases<WelcomeSkill> phrases)
{
    private static readonly string[] Suggestions = ["support-hours", "late-payment", "invoice-status", "what-can-you-do"];

    public Reply Greet(Turn turn)
    {
        var newcomers = turn.Joined.Except(turn.State.Welcomed, StringComparer.Ordinal).ToList();
        if (newcomers.Count == 0)
        {
            return new Reply([], turn.State);
        }

        var text = turn.Person is { } person
            ? phrases.Format(turn.Language, "WelcomeByName", person.Name)
            : phrases[turn.Language, "Welcome"];
        return new Reply(
            [new ReplyMessage { Text = text, Choices = buttons.For(Suggestions, turn.Language), Language = turn.Language.Code }],
            turn.State with { Welcomed = [.. turn.State.Welcomed, .. newcomers] })
        {
            Outcome = new Outcome("welcome", "greeted"),
        };
    }
}
