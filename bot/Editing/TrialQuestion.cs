namespace BillingBot.Editing;

/// <summary>A question that staff try.</summary>
/// <param name="Text">As a customer would write it.</param>
/// <param name="Language">Code; null to go by the words.</param>
/// <param name="Before">What the customer asked just before; empty for nothing.</param>
/// <param name="CustomerId">Whose person asks; null for a guest.</param>
internal sealed record TrialQuestion(string Text, string? Language = null, string? Before = null, string? CustomerId = null);
