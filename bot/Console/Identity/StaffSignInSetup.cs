using BillingBot.Knowledge.Staff;
using BillingBot.Replicas;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using NodaTime;

namespace BillingBot.Console.Identity;

/// <summary>Registers who may use the console: session cookie, OpenID Connect, demo people, policies.</summary>
internal static class StaffSignInSetup
{
    public static IServiceCollection AddStaffSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StaffOidcOptions>().Bind(configuration.GetSection(StaffOidcOptions.Section)).ValidateOnStart();
        services.AddDataProtection().SetApplicationName("BillingBot");
        services.AddOptions<KeyManagementOptions>().Configure<StoredKeyRing>((options, ring) => options.XmlRepository = ring);
        services.AddAntiforgery(options => options.Cookie = new StaffCookie { Name = "billingbot.staff.forms", SameSite = SameSiteMode.Strict });
        // No default scheme: what customers and channels call has nothing to do with the console's cookie.
        var authentication = services.AddAuthentication()
            .AddCookie(StaffIdentity.Cookie, options =>
            {
                options.Cookie = new StaffCookie { Name = "billingbot.staff" };
                options.ExpireTimeSpan = StaffSessions.Idle;
                options.SlidingExpiration = true;
                options.LoginPath = ConsolePaths.SignIn;
                options.EventsType = typeof(ConsoleCookieEvents);
            });
        if (!string.IsNullOrWhiteSpace(configuration[$"{StaffOidcOptions.Section}:{nameof(StaffOidcOptions.Authority)}"]))
        {
            authentication.AddOpenIdConnect(StaffIdentity.Oidc, _ => { });
            services.AddOptions<OpenIdConnectOptions>(StaffIdentity.Oidc).Configure<IOptions<StaffOidcOptions>, IClock>(UseProvider);
        }

        return services
            .AddStaffPolicies()
            .AddSingleton<IValidateOptions<StaffOidcOptions>, StaffOidcOptionsValidator>()
            .AddSingleton<StoredKeyRing>()
            .AddSingleton<ConsoleAccess>()
            .AddSingleton<EndedSessions>()
            .AddSingleton<StaffSessions>()
            .AddSingleton<IReplicaListener>(provider => provider.GetRequiredService<StaffSessions>())
            .AddSingleton<ConsoleCookieEvents>()
            .AddSingleton<SignInEndpoints>()
            .AddCascadingAuthenticationState()
            .AddScoped<AuthenticationStateProvider, StaffAuthenticationState>()
            .AddScoped<CurrentStaff>();
    }

    private static void UseProvider(OpenIdConnectOptions options, IOptions<StaffOidcOptions> configured, IClock clock)
    {
        var provider = configured.Value;
        options.Authority = provider.Authority;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        // The validator lets in http on this machine only.
        options.RequireHttpsMetadata = provider.Authority!.StartsWith(Uri.UriSchemeHttps + ":", StringComparison.OrdinalIgnoreCase);
        options.SignInScheme = StaffIdentity.Cookie;
        options.SignOutScheme = StaffIdentity.Cookie;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.DisableTelemetry = true;
        options.Scope.Add("email");
        options.CallbackPath = ConsolePaths.SignedInCallback;
        options.SignedOutCallbackPath = ConsolePaths.SignedOutCallback;
        options.SignedOutRedirectUri = ConsolePaths.SignedOut;
        options.RemoteSignOutPath = default;
        options.CorrelationCookie = new StaffCookie { Name = "billingbot.staff.state." };
        options.NonceCookie = new StaffCookie { Name = "billingbot.staff.nonce." };
        options.Events.OnTokenValidated = context =>
        {
            context.Principal = StaffIdentity.NewSession(
                ProviderClaims.Read(context.Principal!, provider), StaffIdentity.Oidc, clock.GetCurrentInstant());
            return Task.CompletedTask;
        };
        options.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            context.Response.Redirect($"{ConsolePaths.SignedOut}?failed=true");
            return Task.CompletedTask;
        };
    }
}
