namespace BillingBot.Knowledge.Conversations;

/// <summary>Inbound: Accepted then Handled. Outbound: Pending then Sent, Dead or Withdrawn.</summary>
public enum MessageStatus
{
    /// <summary>Inbound, claimed and stored; its turn has not been committed yet.</summary>
    Accepted,

    /// <summary>Inbound, its turn is committed.</summary>
    Handled,

    /// <summary>Outbound, recorded, not yet taken by the channel.</summary>
    Pending,

    /// <summary>Outbound, taken by the channel (or answered in the request).</summary>
    Sent,

    /// <summary>Outbound, given up; staff see it, as a task or in their case, and can have it sent again.</summary>
    Dead,

    /// <summary>Outbound, composed by the bot and overtaken by a person who took over before it was sent.</summary>
    Withdrawn,
}
