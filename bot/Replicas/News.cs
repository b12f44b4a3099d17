namespace BillingBot.Replicas;

/// <summary>What a replica tells the others. It only wakes: what happened is read from the database.</summary>
internal enum News
{
    /// <summary>Something is new in a conversation, by its number.</summary>
    Conversation,

    /// <summary>Some case changed.</summary>
    Case,

    /// <summary>The customer of a conversation types.</summary>
    CustomerTypes,

    /// <summary>An activity that is not kept, for whoever is connected to a conversation: its number, a space, the JSON.</summary>
    Passing,

    /// <summary>A client connected to a conversation, by its number: who was connected before gives way.</summary>
    Connected,

    /// <summary>A session of the console, by its id, was signed out of.</summary>
    SignedOut,

    /// <summary>A replica has stopped; what it had not begun is for the others.</summary>
    Left,
}
