using System.Text.Json;

namespace BillingBot.Knowledge.Support.Routing;

/// <summary>Reasons as a case's history keeps them: whoever reads it reads them in their own language.</summary>
public static class RoutingReasons
{
    public static string ToJson(IReadOnlyList<RoutingReason> reasons) => JsonSerializer.Serialize(reasons, RoutingJson.Default.Reasons);

    /// <returns>Null when these are none that can be read.</returns>
    public static IReadOnlyList<RoutingReason>? FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, RoutingJson.Default.Reasons);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
