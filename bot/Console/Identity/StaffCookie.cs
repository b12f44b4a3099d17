using BillingBot.Channels.Activities;

namespace BillingBot.Console.Identity;

/// <summary>A cookie of the console's: out of scripts' reach, not sent along from other sites, and encrypted on its way except on this machine.</summary>
internal sealed class StaffCookie : CookieBuilder
{
    public StaffCookie()
    {
        HttpOnly = true;
        SameSite = SameSiteMode.Lax;
        IsEssential = true;
        Path = "/";
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var cookie = base.Build(context, expiresFrom);
        cookie.Secure = context.Request.IsHttps || !AnonymousAccess.IsLoopbackHost(context.Request.Host.Host);
        return cookie;
    }
}
