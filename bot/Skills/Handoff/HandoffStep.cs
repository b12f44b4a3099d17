namespace BillingBot.Skills.Handoff;

/// <summary>What an answer did to the hand-off's form.</summary>
internal abstract record HandoffStep
{
    private HandoffStep()
    {
    }

    /// <summary>The words are about something else.</summary>
    public sealed record Aside : HandoffStep;

    /// <summary>Back from the first question, or not needed any more.</summary>
    public sealed record Left : HandoffStep;

    /// <summary>An e-mail address was meant, and is none.</summary>
    public sealed record NoAddress(HandoffSlots Slots) : HandoffStep;

    /// <summary>What it is about is asked again.</summary>
    public sealed record Ask(HandoffSlots Slots) : HandoffStep;

    /// <summary>A question word alone, or why it is asked: it is told, and what it is about is asked again.</summary>
    public sealed record Why(HandoffSlots Slots) : HandoffStep;

    /// <summary>On to what is missing, or to the case.</summary>
    public sealed record On(HandoffSlots Slots) : HandoffStep;
}
