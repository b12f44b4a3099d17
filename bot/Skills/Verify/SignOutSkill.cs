using BillingBot.Conversation;
using BillingBot.Knowledge.Identity;

namespace BillingBot.Skills.Verify;

/// <summary>Forgets who somebody is, if they proved it by a code; what the channel proves it cannot forget, and says so.</summary>
internal sealed class SignOutSkill(ArticleButtons buttons, Phrases<SignOutSkill> phrases) : ISkill
{
    public const string ArticleId = "sign-out";

    public string Name => "sign-out";

    public ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var key = turn.Person switch
        {
            { VerifiedUntil: not null } => "Forgotten",
            { } => "KnownBySignIn",
            null => "NotKnown",
        };
        return ValueTask.FromResult(new Reply(
            [
                new ReplyMessage
                {
                    Text = phrases.Format(turn.Language, key, Markdown.EscapeAndUnlink(turn.Person?.Name ?? "")),
                    Choices = key == "KnownBySignIn" ? [] : buttons.For([VerifySkill.ArticleId], turn.Language),
                    Language = turn.Language.Code,
                },
            ],
            // What was spoken of belongs to the person who leaves.
            ConversationState.Empty with { Language = turn.State.Language, Welcomed = turn.State.Welcomed })
        {
            Outcome = new Outcome(Name, turn.Person?.VerifiedUntil is null ? "nothingToForget" : "forgotten"),
            Effects = [new ForgetSender(turn.Conversation, turn.SenderId)],
        });
    }
}
