namespace BillingBot.Channels.Activities;

/// <summary>
/// Who the bot is and whom it believes, bound from the root of the configuration under the Bot Framework SDK's own key
/// names. A class and not a record: a record would print its secrets.
/// </summary>
internal sealed class BotAuthenticationOptions
{
    public const string UsGovernmentChannelService = "https://botframework.azure.us";

    /// <summary>MultiTenant (also when empty), SingleTenant or UserAssignedMSI.</summary>
    public string? MicrosoftAppType { get; set; }

    /// <summary>The bot's app (client) id, a GUID. Empty: nobody is let in but a developer on loopback.</summary>
    public string? MicrosoftAppId { get; set; }

    public string? MicrosoftAppPassword { get; set; }

    /// <summary>The directory (tenant) id, a GUID; needed by SingleTenant and UserAssignedMSI.</summary>
    public string? MicrosoftAppTenantId { get; set; }

    /// <summary>A PKCS #12 file (.pfx) with the certificate and its private key; instead of the password.</summary>
    public string? MicrosoftAppCertificatePath { get; set; }

    public string? MicrosoftAppCertificatePassword { get; set; }

    /// <summary>Empty for the public cloud, <see cref="UsGovernmentChannelService"/> for US Government.</summary>
    public string? ChannelService { get; set; }

    public string? ToBotFromChannelOpenIdMetadataUrl { get; set; }

    public string? ToBotFromEmulatorOpenIdMetadataUrl { get; set; }

    public string? ToChannelFromBotLoginUrl { get; set; }

    public string? ToBotFromChannelTokenIssuer { get; set; }

    public string? ToChannelFromBotOAuthScope { get; set; }

    /// <summary>Believe the Bot Service only: tokens of the Emulator and of Entra ID are refused.</summary>
    public bool ChannelTokensOnly { get; set; }

    /// <summary>Exact host names, besides Microsoft's own, that the bot may answer to with its token.</summary>
    public IList<string> AllowedServiceUrlHosts { get; set; } = [];

    /// <summary>Development only, without an app id: requests from this machine to this machine need no token.</summary>
    public bool DangerouslyAllowAnonymousOnLoopback { get; set; }

    public bool HasAppId => !string.IsNullOrWhiteSpace(MicrosoftAppId);

    public BotAppType AppType => TryReadAppType(out var type)
        ? type
        : throw new InvalidOperationException("MicrosoftAppType was not validated.");

    public bool TryReadAppType(out BotAppType type)
    {
        type = BotAppType.MultiTenant;
        return string.IsNullOrWhiteSpace(MicrosoftAppType)
            || (Enum.TryParse(MicrosoftAppType, ignoreCase: true, out type)
                && string.Equals(type.ToString(), MicrosoftAppType, StringComparison.OrdinalIgnoreCase));
    }
}
