using System.Collections.Frozen;

namespace BillingBot.Channels.Activities;

/// <summary>The issuers, key addresses and authorities of the cloud the bot lives in, after the configured overrides.</summary>
internal sealed record BotCloud
{
    public required string ChannelTokenIssuer { get; init; }
    public required Uri ChannelMetadataUrl { get; init; }
    public required Uri EntraMetadataUrl { get; init; }

    /// <summary>Entra ID issuers that are believed, each with its tenant.</summary>
    public required FrozenDictionary<string, string> EntraTenantsByIssuer { get; init; }

    /// <summary>Where outbound tokens are asked for.</summary>
    public required Uri Authority { get; init; }

    /// <summary>What outbound tokens are for, without <c>/.default</c>.</summary>
    public required string Resource { get; init; }

    public static bool IsUsGovernment(BotAuthenticationOptions options) => string.Equals(
        options.ChannelService?.TrimEnd('/'),
        BotAuthenticationOptions.UsGovernmentChannelService,
        StringComparison.OrdinalIgnoreCase);

    public static BotCloud Of(BotAuthenticationOptions options)
    {
        var cloud = IsUsGovernment(options) ? Constants.UsGovernment : Constants.Public;
        var ownTenant = options.AppType == BotAppType.MultiTenant ? null : options.MicrosoftAppTenantId;
        return new BotCloud
        {
            ChannelTokenIssuer = Or(options.ToBotFromChannelTokenIssuer, cloud.Issuer),
            ChannelMetadataUrl = new Uri(Or(options.ToBotFromChannelOpenIdMetadataUrl, cloud.ChannelMetadata)),
            EntraMetadataUrl = new Uri(Or(options.ToBotFromEmulatorOpenIdMetadataUrl, cloud.EntraMetadata)),
            EntraTenantsByIssuer = Issuers(cloud, ownTenant),
            Authority = new Uri(Or(
                options.ToChannelFromBotLoginUrl,
                $"https://{cloud.LoginHost}/{ownTenant ?? cloud.MultiTenantDirectory}")),
            Resource = WithoutDefault(Or(options.ToChannelFromBotOAuthScope, cloud.Issuer)),
        };
    }

    private static FrozenDictionary<string, string> Issuers(Constants cloud, string? ownTenant)
    {
        var issuers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tenant in ownTenant is null ? cloud.ToolTenants : [.. cloud.ToolTenants, ownTenant.ToLowerInvariant()])
        {
            issuers[$"https://sts.windows.net/{tenant}/"] = tenant;
            issuers[$"https://{cloud.LoginHost}/{tenant}/v2.0"] = tenant;
        }

        return issuers.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string Or(string? configured, string standard) =>
        string.IsNullOrWhiteSpace(configured) ? standard : configured;

    private static string WithoutDefault(string scope) =>
        scope.EndsWith("/.default", StringComparison.Ordinal) ? scope[..^"/.default".Length] : scope;

    /// <param name="ToolTenants">Tenants whose tokens the Emulator and the Agents Playground carry.</param>
    private sealed record Constants(
        string Issuer,
        string ChannelMetadata,
        string EntraMetadata,
        string LoginHost,
        string MultiTenantDirectory,
        string[] ToolTenants)
    {
        public static readonly Constants Public = new(
            "https://api.botframework.com",
            "https://login.botframework.com/v1/.well-known/openidconfiguration",
            "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration",
            "login.microsoftonline.com",
            "botframework.com",
            [
                "d6d49420-f39b-4df7-a1dc-d59a935871db",
                "f8cdef31-a31e-4b4a-93e4-5f571e91255a",
                "69e9b82d-4842-4902-8d1e-abc5b98a55e8",
            ]);

        public static readonly Constants UsGovernment = new(
            "https://api.botframework.us",
            "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
            "https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration",
            "login.microsoftonline.us",
            "MicrosoftServices.onmicrosoft.us",
            ["cab8a31a-1906-4287-a0d8-4eef66b95f6e"]);
    }
}
