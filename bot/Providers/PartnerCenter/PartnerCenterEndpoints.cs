using BillingBot.Knowledge.Articles;

namespace BillingBot.Providers.PartnerCenter;

/// <summary>
/// The addresses of the partner's cloud, after the configured overrides. Partner Center for US Government answers at the
/// public base address ("Partner Center REST URLs"); only the sign-in is elsewhere.
/// </summary>
/// <param name="Api">Ends with a slash.</param>
internal sealed record PartnerCenterEndpoints(Uri Api, Uri Authority)
{
    public const string Scope = "https://api.partnercenter.microsoft.com/user_impersonation";

    private const string Base = "https://api.partnercenter.microsoft.com";
    private const string PublicLogin = "https://login.microsoftonline.com";
    private const string UsGovernmentLogin = "https://login.microsoftonline.us";

    public static PartnerCenterEndpoints Of(PartnerCenterOptions options)
    {
        var login = options.Cloud == Cloud.UsGovernment ? UsGovernmentLogin : PublicLogin;
        return new PartnerCenterEndpoints(
            new Uri(Slashed(Or(options.BaseAddress, Base))),
            new Uri($"{Slashed(Or(options.LoginAddress, login))}{options.TenantId}"));
    }

    private static string Or(string? configured, string standard) =>
        string.IsNullOrWhiteSpace(configured) ? standard : configured;

    private static string Slashed(string address) => $"{address.TrimEnd('/')}/";
}
