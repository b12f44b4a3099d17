namespace BillingBot.Cases;

/// <summary>What became of something that was to be said to the customer.</summary>
internal enum DeliveryState
{
    /// <summary>On its way, perhaps for another time.</summary>
    Pending,

    /// <summary>The channel took it.</summary>
    Sent,

    /// <summary>Given up; staff may try again.</summary>
    Failed,

    /// <summary>The bot's, overtaken by a person before it was sent.</summary>
    Withdrawn,
}
