using BillingBot.Conversation;

namespace BillingBot.Skills;

internal sealed class SkillRouter
{
    public ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(new Reply(
            [new ReplyMessage { Text = turn.Text, Language = turn.Language.Code, Choices = [new Choice("Talk to a person")] }], turn.State));
    }
}
