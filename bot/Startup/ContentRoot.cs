namespace BillingBot.Startup;

/// <summary>Finds the settings also when the published bot is started from another folder.</summary>
internal static class ContentRoot
{
    private const string Settings = "appsettings.json";

    /// <returns>Null for the current folder, ASP.NET Core's default.</returns>
    public static string? Find() => File.Exists(Settings) ? null : AppContext.BaseDirectory;
}
