using BillingBot.Startup;
using Microsoft.Extensions.Options;

namespace BillingBot.Channels.Activities;

/// <summary>Stops the start on a setting that cannot work or would open the bot. Written by hand because nearly every
/// rule looks at two keys or at the environment.</summary>
internal sealed class BotAuthenticationOptionsValidator(IHostEnvironment environment)
    : IValidateOptions<BotAuthenticationOptions>
{
    public ValidateOptionsResult Validate(string? name, BotAuthenticationOptions options)
    {
        var failures = Problems(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Problems(BotAuthenticationOptions options) =>
        [.. IdentityProblems(options), .. EndpointProblems(options), .. OpennessProblems(options)];

    private static IEnumerable<string> IdentityProblems(BotAuthenticationOptions options)
    {
        if (!options.TryReadAppType(out var type))
        {
            yield return "MicrosoftAppType: the value is unknown. Use MultiTenant, SingleTenant or UserAssignedMSI.";
            yield break;
        }

        var hasPassword = !string.IsNullOrWhiteSpace(options.MicrosoftAppPassword);
        var hasCertificate = !string.IsNullOrWhiteSpace(options.MicrosoftAppCertificatePath);
        if (!options.HasAppId)
        {
            if (hasPassword || hasCertificate)
                yield return "MicrosoftAppId: missing, although a password or certificate is set. Set the app (client) id of the bot, or remove the credential.";
            yield break;
        }

        if (!Guid.TryParseExact(options.MicrosoftAppId, "D", out _))
            yield return "MicrosoftAppId: not a GUID. Copy the app (client) id from the bot's app registration.";

        if (type != BotAppType.MultiTenant && !Guid.TryParseExact(options.MicrosoftAppTenantId, "D", out _))
            yield return $"MicrosoftAppTenantId: missing or not a GUID, although MicrosoftAppType is {type}. Set the directory (tenant) id of the bot's app registration.";

        if (type == BotAppType.UserAssignedMSI)
        {
            if (hasPassword)
                yield return "MicrosoftAppPassword: set, although MicrosoftAppType is UserAssignedMSI. Remove it; a managed identity has no password.";
            if (hasCertificate)
                yield return "MicrosoftAppCertificatePath: set, although MicrosoftAppType is UserAssignedMSI. Remove it; a managed identity has no certificate.";
        }
        else if (hasPassword == hasCertificate)
        {
            yield return hasPassword
                ? "MicrosoftAppCertificatePath: set together with MicrosoftAppPassword. Keep one of the two."
                : "MicrosoftAppPassword: missing, so the bot could not answer. Set it, or set MicrosoftAppCertificatePath.";
        }
        else if (hasCertificate && CertificateFile.At("", options.MicrosoftAppCertificatePath, options.MicrosoftAppCertificatePassword) is not { IsUsable: true })
        {
            yield return "MicrosoftAppCertificatePath: no certificate with a private key could be read there. Set the path of a .pfx file that the bot may read, and MicrosoftAppCertificatePassword if it has a password.";
        }
    }

    private static IEnumerable<string> EndpointProblems(BotAuthenticationOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.ChannelService) && !BotCloud.IsUsGovernment(options))
            yield return $"ChannelService: the value is unknown. Leave it empty for the public cloud or use {BotAuthenticationOptions.UsGovernmentChannelService}.";

        if (IsBad(options.ToBotFromChannelOpenIdMetadataUrl, httpOnLoopback: true))
            yield return UrlProblem(nameof(options.ToBotFromChannelOpenIdMetadataUrl));
        if (IsBad(options.ToBotFromEmulatorOpenIdMetadataUrl, httpOnLoopback: true))
            yield return UrlProblem(nameof(options.ToBotFromEmulatorOpenIdMetadataUrl));
        if (IsBad(options.ToChannelFromBotLoginUrl))
            yield return UrlProblem(nameof(options.ToChannelFromBotLoginUrl));
        if (IsBad(options.ToBotFromChannelTokenIssuer))
            yield return UrlProblem(nameof(options.ToBotFromChannelTokenIssuer));
        if (IsBad(options.ToChannelFromBotOAuthScope))
            yield return UrlProblem(nameof(options.ToChannelFromBotOAuthScope));

        if (options.AllowedServiceUrlHosts.Any(host => Uri.CheckHostName(host) == UriHostNameType.Unknown))
            yield return "AllowedServiceUrlHosts: holds something that is not a host name. Give bare host names, without https://, port, path or wildcard.";
    }

    private IEnumerable<string> OpennessProblems(BotAuthenticationOptions options)
    {
        if (options.DangerouslyAllowAnonymousOnLoopback && !environment.IsDevelopment())
            yield return "DangerouslyAllowAnonymousOnLoopback: true outside Development would let anybody in. Remove it, or set ASPNETCORE_ENVIRONMENT to Development on a developer's machine.";
    }

    private static string UrlProblem(string key) =>
        $"{key}: not an absolute https URL. Correct it, or remove it to use Microsoft's own address.";

    private static bool IsBad(string? url, bool httpOnLoopback = false) =>
        !string.IsNullOrWhiteSpace(url)
        && (!Uri.TryCreate(url, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttps
                && !(httpOnLoopback && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)));
}
