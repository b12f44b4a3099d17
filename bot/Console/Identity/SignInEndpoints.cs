using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Console.Identity;

/// <summary>Signing in to the console and out of it.</summary>
internal sealed class SignInEndpoints(
    ConsoleAccess access, IAntiforgery antiforgery, IOptionsMonitor<OpenIdConnectOptions> provider, IClock clock)
{
    /// <summary><c>GET /staff/sign-in</c>: to the identity provider, or the list of demo people.</summary>
    public IResult Get(HttpContext context)
    {
        var back = ConsolePaths.Back(context.Request.Query["ReturnUrl"]);
        return true switch
        {
            _ when access.ByProvider => TypedResults.Challenge(new() { RedirectUri = back }, [StaffIdentity.Oidc]),
            _ when access.AllowsDemo(context) => new RazorComponentResult<SignInPage>(new { Back = back }),
            _ => TypedResults.NotFound(),
        };
    }

    /// <summary><c>POST /staff/sign-in</c>: as a demo person.</summary>
    public async Task<IResult> PostAsync(HttpContext context)
    {
        if (!access.AllowsDemo(context))
        {
            return TypedResults.NotFound();
        }

        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.Redirect(ConsolePaths.SignIn);
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (DemoStaff.All.FirstOrDefault(person => person.Id == form["person"]) is not { } person)
        {
            return TypedResults.NotFound();
        }

        await context.SignInAsync(StaffIdentity.Cookie, StaffIdentity.NewSession(person, StaffIdentity.Demo, clock.GetCurrentInstant()));
        return TypedResults.LocalRedirect(ConsolePaths.Back(form["back"]));
    }

    /// <summary><c>POST /staff/sign-out</c>: here, and at the provider if it offers that.</summary>
    public async Task<IResult> SignOutAsync(HttpContext context)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.LocalRedirect(ConsolePaths.Queue);
        }

        await context.SignOutAsync(StaffIdentity.Cookie);
        if (!await CanEndAtProviderAsync(context.RequestAborted))
        {
            return TypedResults.LocalRedirect(ConsolePaths.SignedOut);
        }

        await context.SignOutAsync(StaffIdentity.Oidc, new() { RedirectUri = ConsolePaths.SignedOut });
        var next = context.Response.Headers.Location.ToString();
        context.Response.Headers.Location = default;
        // A browser refuses to follow a form's redirect to another site (form-action), so a page leads there.
        return new RazorComponentResult<SigningOutPage>(new { Next = next }) { StatusCode = StatusCodes.Status200OK };
    }

    /// <summary><c>GET /staff/session</c>: a busy page asks, so that the session lasts.</summary>
    public static NoContent Keep() => TypedResults.NoContent();

    private async Task<bool> CanEndAtProviderAsync(CancellationToken cancellationToken)
    {
        if (!access.ByProvider || provider.Get(StaffIdentity.Oidc).ConfigurationManager is not { } manager)
        {
            return false;
        }

        try
        {
            return (await manager.GetConfigurationAsync(cancellationToken)).EndSessionEndpoint is { Length: > 0 };
        }
        catch (InvalidOperationException)
        {
            // The provider is away; the session here is over all the same.
            return false;
        }
    }
}
