namespace BillingBot.Knowledge.Articles.Editing;

/// <summary>What a revision did to its article.</summary>
public enum RevisionState
{
    /// <summary>Kept for staff; customers do not see it.</summary>
    Draft,

    /// <summary>In use from then on, in the place of the pack's article.</summary>
    Published,

    /// <summary>The pack's article came back into use; one the packs do not have is not used any more.</summary>
    Withdrawn,

    /// <summary>The draft before it was given up; what was in use stays.</summary>
    Discarded,
}
