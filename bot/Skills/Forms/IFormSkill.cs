using BillingBot.Conversation;

namespace BillingBot.Skills.Forms;

/// <summary>A skill that asks for something and understands the answer. It asks by setting <see cref="ConversationState.Form"/>.</summary>
internal interface IFormSkill : ISkill
{
    /// <returns>
    /// Null when the words are no answer to what was asked: then they are a side question, after which the form's
    /// question is put again. A reply without a form in its state ends the form.
    /// </returns>
    ValueTask<Reply?> ContinueAsync(Turn turn, OpenForm form, CancellationToken cancellationToken);
}
