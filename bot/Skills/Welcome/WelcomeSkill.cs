using BillingBot.Conversation;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Skills.Handoff;
using Microsoft.Extensions.Options;

namespace BillingBot.Skills.Welcome;

/// <summary>Greets each person once in a conversation, whatever the channel announces how often.</summary>
internal sealed class WelcomeSkill(
    ArticleButtons buttons, Receivables receivables, IOptions<HandoffOptions> handoff, Phrases<WelcomeSkill> phrases)
{
    private static readonly string[] Suggestions = ["support-hours", "late-payment", "invoice-status", "what-can-you-do"];

    public async ValueTask<Reply> GreetAsync(Turn turn, CancellationToken cancellationToken)
    {
        var newcomers = turn.Joined.Except(turn.State.Welcomed, StringComparer.Ordinal).ToList();
        if (newcomers.Count == 0)
        {
            return new Reply([], turn.State);
        }

        var text = turn.Person is { } person
            ? phrases.Format(turn.Language, "WelcomeByName", Markdown.EscapeAndUnlink(person.Name))
            : phrases[turn.Language, "Welcome"];
        var isPersonFirst = handoff.Value is { Enabled: true, Start: HandoffStart.PersonFirst };
        text = isPersonFirst ? $"{text} {phrases[turn.Language, "PersonFirst"]}" : text;
        var overdue = await OverdueAsync(turn, cancellationToken);
        var message = new ReplyMessage
        {
            Text = overdue is null ? text : $"{text}\n\n{overdue}",
            Choices = [.. overdue is null ? [] : new[] { new Choice(phrases[turn.Language, "OverdueButton"]) }, .. buttons.For(isPersonFirst ? [ArticleButtons.TalkToPerson, .. Suggestions] : Suggestions, turn.Language)],
            Language = turn.Language.Code,
        };
        return new Reply([message], turn.State with { Welcomed = [.. turn.State.Welcomed, .. newcomers] })
        {
            Outcome = new Outcome("welcome", "greeted"),
        };
    }

    /// <summary>How many invoices are overdue, for a billing contact alone with the bot; null when none is, or others would read it.</summary>
    private async Task<string?> OverdueAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn is not { MaySeeAmounts: true, IsGroup: false, Person: { } person })
        {
            return null;
        }

        var all = await receivables.AllAsync(person.CustomerId, person.Today(turn.Now), cancellationToken);
        return all.Count(account => account.Status is InvoiceStatus.Overdue) switch
        {
            0 => null,
            1 => phrases[turn.Language, "OneOverdue"],
            var count => phrases.Format(turn.Language, "ManyOverdue", count),
        };
    }
}
