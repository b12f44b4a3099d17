using System.Text.Json;

namespace BillingBot.Knowledge.Support.Routing;

/// <summary>A decision and what it was made from, as <c>Case.Routing</c> keeps them: to be shown, and to be made again after the diagnosis.</summary>
public sealed record RoutingRecord(RoutingInput Input, RoutingDecision Decision)
{
    public string ToJson() => JsonSerializer.Serialize(this, RoutingJson.Default.RoutingRecord);

    /// <returns>Null when there is none, or it cannot be read any more.</returns>
    public static RoutingRecord? FromJson(string? json)
    {
        try
        {
            return string.IsNullOrEmpty(json) ? null : JsonSerializer.Deserialize(json, RoutingJson.Default.RoutingRecord);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
