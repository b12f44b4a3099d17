using BillingBot.Conversation;
using BillingBot.Skills.Forms;

namespace BillingBot.Skills.Verify;

/// <summary>Finds out who a guest is, by a one-time code sent to the e-mail address on file.</summary>
internal sealed class VerifySkill(Phrases<VerifySkill> phrases) : IFormSkill
{
    public string Name => "verify";

    public ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken) => OfferAsync(turn, cancellationToken);

    /// <summary>Says that account data needs a proof of who asks, and asks for the e-mail address.</summary>
    public ValueTask<Reply> OfferAsync(Turn turn, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(new Reply(
            [new ReplyMessage { Text = phrases[turn.Language, "Offer"], Language = turn.Language.Code }], turn.State)
        {
            Outcome = new Outcome(Name, "offered"),
        });
    }

    public ValueTask<Reply?> ContinueAsync(Turn turn, OpenForm form, CancellationToken cancellationToken) => ValueTask.FromResult<Reply?>(null);
}
