using BillingBot.Conversation;

namespace BillingBot.Skills;

/// <summary>
/// Something the bot can do: a function from a turn to a reply. It sends nothing, sees no activity and takes the time
/// from the turn.
/// </summary>
internal interface ISkill
{
    /// <summary>The name articles use in <c>skill:</c>.</summary>
    string Name { get; }

    ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken);
}
