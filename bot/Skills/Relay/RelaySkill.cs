using BillingBot.Conversation;
using BillingBot.Knowledge.Cases;

namespace BillingBot.Skills.Relay;

/// <summary>A person has taken over: the bot is silent, and the customer's words reach that person as they stand in the transcript.</summary>
internal static class RelaySkill
{
    public static Reply Relay(Turn turn, OpenCase owned) => new([], turn.State)
    {
        Outcome = new Outcome("relay", "relayed"),
        Effects = turn.Kind == TurnKind.Message ? [new CustomerSaid(owned.Number)] : [],
    };
}
