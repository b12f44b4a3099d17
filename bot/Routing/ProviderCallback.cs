using BillingBot.Knowledge.Support.Dispatch;

namespace BillingBot.Routing;

/// <summary>What a provider posts about a case.</summary>
/// <param name="CaseNumber">The number in the address again, because only the body is signed.</param>
internal sealed record ProviderCallback(long? CaseNumber, ProviderState? State, string? Text);
