namespace BillingBot.Conversation;

/// <summary>A step of a card's timeline.</summary>
/// <param name="When">For example "Thu 3 Dec", or "15 days after the due date".</param>
/// <param name="What">The step in a few words.</param>
/// <param name="State">Done, current or still to come; said in words too, not by colour alone.</param>
/// <param name="Detail">What it means, for example for access; null for nothing more.</param>
internal sealed record TimelineStep(string When, string What, StepState State, string? Detail = null);
