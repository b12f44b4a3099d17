using BillingBot.Knowledge.Conversations;

namespace BillingBot.Conversation;

/// <summary>Hears of turns: delivery, waiting requests, watching sockets, the typing indicator.</summary>
internal interface ITurnObserver
{
    void Started(WorkItem item)
    {
    }

    /// <summary>The turn is committed, here or elsewhere; what it said can be read.</summary>
    void Committed(WorkItem item);
}
