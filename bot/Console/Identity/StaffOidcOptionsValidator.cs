using BillingBot.Channels.Activities;
using Microsoft.Extensions.Options;

namespace BillingBot.Console.Identity;

/// <summary>Half a provider is none; one that vouches for everybody is none either.</summary>
internal sealed class StaffOidcOptionsValidator : IValidateOptions<StaffOidcOptions>
{
    private static readonly string[] Anybody = ["common", "organizations", "consumers"];

    public ValidateOptionsResult Validate(string? name, StaffOidcOptions options)
    {
        string[] problems = [.. Problems(options)];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(StaffOidcOptions options)
    {
        const string Section = StaffOidcOptions.Section;
        if (!options.IsSet)
        {
            if (!string.IsNullOrEmpty(options.ClientId) || !string.IsNullOrEmpty(options.ClientSecret))
            {
                yield return $"{Section}:Authority is missing. Write the identity provider's address, for Microsoft Entra ID "
                    + "https://login.microsoftonline.com/<tenant id>/v2.0, or remove the section.";
            }

            yield break;
        }

        if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var authority)
            || !(authority.Scheme == Uri.UriSchemeHttps || (authority.Scheme == Uri.UriSchemeHttp && AnonymousAccess.IsLoopbackHost(authority.Host))))
        {
            yield return $"{Section}:Authority is not usable. Write an https address, for Microsoft Entra ID https://login.microsoftonline.com/<tenant id>/v2.0.";
        }
        else if (authority.Segments.Any(part => Anybody.Contains(part.TrimEnd('/'), StringComparer.OrdinalIgnoreCase)))
        {
            yield return $"{Section}:Authority lets in accounts of any organisation. Name your own tenant: https://login.microsoftonline.com/<tenant id>/v2.0.";
        }

        if (string.IsNullOrWhiteSpace(options.ClientId))
        {
            yield return $"{Section}:ClientId is missing. Write the id under which the console is registered at the provider.";
        }

        if (string.IsNullOrWhiteSpace(options.ClientSecret))
        {
            yield return $"{Section}:ClientSecret is missing. Write the secret that the provider gave for the console, best as an environment variable.";
        }

        if (string.IsNullOrWhiteSpace(options.RoleClaim))
        {
            yield return $"{Section}:RoleClaim is empty. Write the claim that holds roles or groups, or remove the key for \"roles\".";
        }
    }
}
