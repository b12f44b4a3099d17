using BillingBot.Knowledge.Cases;

namespace BillingBot.Knowledge.Support;

/// <summary>What a plan promises, and where an urgency is promised something else.</summary>
public sealed record ResponseTargets(ResponseTarget Usual, IReadOnlyDictionary<Urgency, ResponseTarget> ByUrgency)
{
    public static readonly ResponseTargets None = new(ResponseTarget.None, new Dictionary<Urgency, ResponseTarget>());

    public ResponseTarget For(Urgency urgency) => ByUrgency.GetValueOrDefault(urgency) is { } other
        ? new(other.FirstReply ?? Usual.FirstReply, other.Resolve ?? Usual.Resolve)
        : Usual;
}
