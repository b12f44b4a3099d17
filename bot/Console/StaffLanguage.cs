using BillingBot.Conversation;
using BillingBot.WebChat;

namespace BillingBot.Console;

/// <summary>The console's language for one request or one open page: what was chosen before, else what the browser prefers.</summary>
internal sealed class StaffLanguage(IHttpContextAccessor contexts)
{
    public const string Cookie = "billingbot.staff.language";
    private Language? _now;

    public Language Now => _now ??= Of(contexts.HttpContext?.Request);

    /// <summary>An open page has no request; its document says in which language it was written.</summary>
    public void Use(string code) => _now = Language.FromLocale(code) ?? Language.English;

    private static Language Of(HttpRequest? request) => request is null
        ? Language.English
        : Language.FromLocale(request.Cookies[Cookie]) ?? PageLanguage.Of(request, Language.English);
}
