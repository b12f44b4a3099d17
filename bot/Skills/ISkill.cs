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

    /// <summary>It shows what belongs to one customer, so in a group it answers only where amounts may be seen.</summary>
    bool ShowsAccountData => false;

    ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken);
}
