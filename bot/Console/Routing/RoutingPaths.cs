namespace BillingBot.Console.Routing;

/// <summary>Addresses of the routing pages.</summary>
internal static class RoutingPaths
{
    public const string Settings = ConsolePaths.Routing + "/settings";
}
