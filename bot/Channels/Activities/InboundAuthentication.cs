using BillingBot.Protocol;

namespace BillingBot.Channels.Activities;

/// <summary>Who may post an activity, where the answer to it may go, and what of it is proven.</summary>
internal sealed class InboundAuthentication(
    AnonymousAccess anonymous,
    InboundTokens tokens,
    ServiceUrlGuard serviceUrls,
    IHostEnvironment environment,
    ILogger<InboundAuthentication> logger)
{
    /// <summary>Cheap first look, before the body is read.</summary>
    public bool HasCredential(HttpContext context) => anonymous.Allows(context) || BearerToken(context.Request) is not null;

    /// <returns>The activity without what nobody vouches for; null when it is refused.</returns>
    public async Task<Activity?> AdmitAsync(HttpContext context, Activity activity)
    {
        var verdict = await JudgeAsync(context, activity);
        if (verdict is TokenVerdict.Accepted accepted && serviceUrls.MayBeUsed(activity.ServiceUrl))
            return accepted.IsChannel ? activity : FromTool(activity);
        logger.LogWarning("An activity was refused: {Reason}.", verdict is TokenVerdict.Refused refused
            ? refused.Reason
            : "the host of its serviceUrl is not known (AllowedServiceUrlHosts may add it)");
        return null;
    }

    private async Task<TokenVerdict> JudgeAsync(HttpContext context, Activity activity)
    {
        if (anonymous.Allows(context))
            return new TokenVerdict.Accepted(IsChannel: false);
        return BearerToken(context.Request) is { } token
            ? await tokens.ValidateAsync(token, activity, context.RequestAborted)
            : new TokenVerdict.Refused("no bearer token");
    }

    /// <summary>
    /// The Emulator and the Playground write what they like: their activities name a person of the directory only to a
    /// developer. Elsewhere the sender of such an activity is a guest, whatever channel it claims to come from.
    /// </summary>
    private Activity FromTool(Activity activity) => environment.IsDevelopment() || activity.From is null
        ? activity
        : activity with { From = activity.From with { AadObjectId = null } };

    /// <summary>Exactly one header of exactly two words, the first spelt Bearer.</summary>
    private static string? BearerToken(HttpRequest request) =>
        request.Headers.Authorization is [{ } header]
        && header.Split(' ') is ["Bearer", { Length: > 0 } token]
            ? token
            : null;
}
