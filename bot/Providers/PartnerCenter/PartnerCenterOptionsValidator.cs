using BillingBot.Knowledge.Articles;
using BillingBot.Startup;
using Microsoft.Extensions.Options;

namespace BillingBot.Providers.PartnerCenter;

/// <summary>Stops the start on a setting that cannot work. Written by hand because most rules look at two keys, and none holds
/// while Partner Center is not enabled.</summary>
internal sealed class PartnerCenterOptionsValidator : IValidateOptions<PartnerCenterOptions>
{
    public ValidateOptionsResult Validate(string? name, PartnerCenterOptions options)
    {
        List<string> problems = options.Enabled ? [.. Problems(options), .. CredentialProblems(options)] : [];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(PartnerCenterOptions options)
    {
        if (!IsGuid(options.TenantId))
            yield return Problem(nameof(options.TenantId), "missing or not a GUID. Set the directory (tenant) id of the partner.");
        if (!IsGuid(options.AppId))
            yield return Problem(nameof(options.AppId), "missing or not a GUID. Copy the app (client) id from the app registration that Partner Center knows.");
        if (string.IsNullOrWhiteSpace(options.RefreshToken))
            yield return Problem(nameof(options.RefreshToken), "missing. Sign in once as the partner user (secure application model) and set the refresh token you get.");
        if (options.Cloud is not (Cloud.Public or Cloud.UsGovernment))
            yield return Problem(nameof(options.Cloud), "the value is unknown. Use Public or UsGovernment.");
        if (IsBad(options.BaseAddress, httpOnLoopback: true))
            yield return Problem(nameof(options.BaseAddress), "not an absolute https URL. Correct it, or remove it to use Microsoft's own address.");
        if (IsBad(options.LoginAddress))
            yield return Problem(nameof(options.LoginAddress), "not an absolute https URL. Correct it, or remove it to use Microsoft's own address.");
    }

    private static IEnumerable<string> CredentialProblems(PartnerCenterOptions options)
    {
        var hasSecret = !string.IsNullOrWhiteSpace(options.AppSecret);
        var hasCertificate = !string.IsNullOrWhiteSpace(options.CertificatePath);
        if (hasSecret && hasCertificate)
            yield return Problem(nameof(options.CertificatePath), $"set together with {Key(nameof(options.AppSecret))}. Keep one of the two.");
        else if (!hasSecret && !hasCertificate)
            yield return Problem(nameof(options.AppSecret), $"missing, so nobody could sign in. Set it, or set {Key(nameof(options.CertificatePath))}.");
        else if (hasCertificate && CertificateFile.At("", options.CertificatePath, options.CertificatePassword) is not { IsUsable: true })
            yield return Problem(nameof(options.CertificatePath), $"no certificate with a private key could be read there. Set the path of a .pfx file that the bot may read, and {Key(nameof(options.CertificatePassword))} if it has a password.");
    }

    private static string Problem(string option, string problemAndMend) => $"{Key(option)}: {problemAndMend}";

    private static string Key(string option) => $"{PartnerCenterOptions.Section}:{option}";

    private static bool IsGuid(string? value) => Guid.TryParseExact(value, "D", out _);

    private static bool IsBad(string? url, bool httpOnLoopback = false) =>
        !string.IsNullOrWhiteSpace(url)
        && (!Uri.TryCreate(url, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttps
                && !(httpOnLoopback && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)));
}
