using BillingBot.Conversation;
using BillingBot.Skills;

namespace BillingBot.Tests.Skills.Handoff;

/// <summary>In the place of the hours: an outage.</summary>
internal sealed class FailingSkill : ISkill
{
    public string Name => "hours";

    public ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken) => throw new InvalidOperationException("out of order");
}
