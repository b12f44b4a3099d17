namespace BillingBot.Conversation;

/// <summary>Where a timeline step stands.</summary>
internal enum StepState
{
    /// <summary>Neither done nor expected: a general rule.</summary>
    General,
    Done,
    Current,
    ToCome,
}
