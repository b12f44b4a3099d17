using BillingBot.Knowledge.Conversations;

namespace BillingBot.Conversation;

/// <summary>Hears of turns: delivery, waiting requests, watching sockets, the typing indicator.</summary>
internal interface ITurnObserver
{
    void Started(WorkItem item)
    {
    }

    /// <summary>The turn is committed; what it said can be read.</summary>
    void Committed(WorkItem item, CommittedTurn turn);

    /// <summary>Something was recorded in the conversation that is no turn: by staff, by a reminder.</summary>
    void Said(Knowledge.Conversations.Conversation conversation)
    {
    }

    /// <summary>The turn was committed elsewhere, or must be run again.</summary>
    void Abandoned(WorkItem item)
    {
    }
}
