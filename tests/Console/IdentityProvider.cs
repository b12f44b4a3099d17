using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace BillingBot.Tests.Console;

/// <summary>A real OpenID Connect server (OpenIddict) on a port of its own. It signs in whoever is set, without asking.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientId = "console";
    public const string Secret = "a secret of the console";

    public static readonly (string Type, string[] Values) AnAgent = ("roles", ["agent"]);

    private readonly WebApplication _app;

    private IdentityProvider(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>Who sits at the browser.</summary>
    public string Subject { get; set; } = "3f1c";
    public string Name { get; set; } = "Mika Sato";

    /// <summary>The claim that says what they may do, and its values.</summary>
    public (string Type, string[] Values) Roles { get; set; } = AnAgent;

    /// <summary>How often somebody signed out here.</summary>
    public int SignedOut { get; private set; }

    public static async Task<IdentityProvider> StartAsync()
    {
        IdentityProvider? started = null;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services.AddLogging(logging => logging.ClearProviders());
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.SetAuthorizationEndpointUris("connect/authorize")
                .SetTokenEndpointUris("connect/token")
                .SetEndSessionEndpointUris("connect/logout");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            server.RegisterScopes(Scopes.OpenId, Scopes.Profile, Scopes.Email);
            server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            server.EnableDegradedMode();
            server.UseAspNetCore().DisableTransportSecurityRequirement();
            server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(CheckClient));
            server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(CheckSecret));
            server.AddEventHandler<ValidateEndSessionRequestContext>(handler => handler.UseInlineHandler(static _ => default));
            server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context => started!.SignIn(context)));
            server.AddEventHandler<HandleEndSessionRequestContext>(handler => handler.UseInlineHandler(context => started!.SignOut(context)));
        });
        var app = builder.Build();
        app.UseAuthentication();
        started = new IdentityProvider(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return started;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static ValueTask CheckClient(ValidateAuthorizationRequestContext context)
    {
        if (context.ClientId != ClientId)
        {
            context.Reject(Errors.InvalidClient);
        }

        return default;
    }

    private static ValueTask CheckSecret(ValidateTokenRequestContext context)
    {
        if (context.ClientId != ClientId || context.ClientSecret != Secret)
        {
            context.Reject(Errors.InvalidClient);
        }

        return default;
    }

    private ValueTask SignIn(HandleAuthorizationRequestContext context)
    {
        var identity = new ClaimsIdentity("test", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, Subject).SetClaim(Claims.Name, Name);
        identity.AddClaims(Roles.Type, [.. Roles.Values]);
        identity.SetScopes(context.Request.GetScopes());
        identity.SetDestinations(static _ => [Destinations.IdentityToken]);
        context.SignIn(new ClaimsPrincipal(identity));
        return default;
    }

    private ValueTask SignOut(HandleEndSessionRequestContext context)
    {
        SignedOut++;
        context.SignOut();
        return default;
    }
}
