namespace BillingBot.Knowledge.Cases;

/// <summary>Why the bot handed over.</summary>
public enum CaseReason
{
    AskedForPerson,

    /// <summary>The bot was not sure, twice.</summary>
    NotSure,

    /// <summary>The customer said that an answer did not help.</summary>
    NotHelped,
    Dispute,

    /// <summary>Words of fraud or of a compromised account.</summary>
    Security,

    /// <summary>A skill could not go on by itself.</summary>
    Skill,
}
