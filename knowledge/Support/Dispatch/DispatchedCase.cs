using System.Text.Json;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Support.Routing;

namespace BillingBot.Knowledge.Support.Dispatch;

/// <summary>What a support provider is told of a case. Never the customer's invoices or identity codes.</summary>
/// <param name="Summary">In the customer's words.</param>
/// <param name="TranscriptUrl">For staff who can sign in; null when the console's address is not set.</param>
public sealed record DispatchedCase(
    long CaseNumber,
    Classification Classification,
    SupportProduct? Product,
    Urgency Urgency,
    string Language,
    string? CustomerName,
    string Summary,
    string? TranscriptUrl,
    string OpenedAt)
{
    public string ToJson() => JsonSerializer.Serialize(this, DispatchJson.Default.DispatchedCase);

    public static DispatchedCase FromJson(string json) => JsonSerializer.Deserialize(json, DispatchJson.Default.DispatchedCase)
        ?? throw new JsonException("A dispatch has no body.");
}
