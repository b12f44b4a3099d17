using BillingBot.Knowledge.Staff;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace BillingBot.Console.Identity;

/// <summary>What the session's cookie is checked for on each request, and what somebody without one sees.</summary>
internal sealed class ConsoleCookieEvents(StaffSessions sessions, ConsoleAccess access, IClock clock) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var isGood = context.Principal is { } principal
            && principal.SessionId() is { } session
            && (principal.IsDemo() ? access.AllowsDemo(context.HttpContext) : access.ByProvider)
            && clock.GetCurrentInstant() < principal.SignedInAt() + StaffSessions.Longest
            && await sessions.RenewAsync(session, End(context.Properties, principal.SignedInAt()), context.HttpContext.RequestAborted);
        if (!isGood)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(StaffIdentity.Cookie);
        }
    }

    public override async Task SigningOut(CookieSigningOutContext context)
    {
        if (context.HttpContext.User.SessionId() is { } session)
        {
            await sessions.EndAsync(session, CancellationToken.None);
        }
    }

    /// <summary>A page leads to signing in; what a script asks for is only refused.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (IsPage(context.Request))
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!IsPage(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        // Somebody who only edits articles starts there, not at the queue.
        if (context.Request.Path == ConsolePaths.Queue && context.HttpContext.User.AsStaff()?.Is(StaffRole.KnowledgeEditor) == true)
        {
            context.Response.Redirect(ConsolePaths.Knowledge);
            return Task.CompletedTask;
        }

        return new RazorComponentResult<ForbiddenPage> { StatusCode = StatusCodes.Status403Forbidden }.ExecuteAsync(context.HttpContext);
    }

    private static bool IsPage(HttpRequest request) => request.Path.StartsWithSegments(ConsolePaths.Queue, StringComparison.Ordinal)
        && request.Path != ConsolePaths.Session;

    private static Instant End(AuthenticationProperties properties, Instant signedIn) => Instant.Min(
        properties.ExpiresUtc is { } expires ? Instant.FromDateTimeOffset(expires) : Instant.MinValue,
        signedIn + StaffSessions.Longest);
}
