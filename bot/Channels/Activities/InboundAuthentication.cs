using BillingBot.Protocol;

namespace BillingBot.Channels.Activities;

/// <summary>Who may post an activity, and where the answer to it may go.</summary>
internal sealed class InboundAuthentication(
    AnonymousAccess anonymous,
    InboundTokens tokens,
    ServiceUrlGuard serviceUrls,
    ILogger<InboundAuthentication> logger)
{
    /// <summary>Cheap first look, before the body is read.</summary>
    public bool HasCredential(HttpContext context) => anonymous.Allows(context) || BearerToken(context.Request) is not null;

    public async Task<bool> AcceptsAsync(HttpContext context, Activity activity)
    {
        if (await RefusalAsync(context, activity) is not { } reason)
            return true;
        logger.LogWarning("An activity was refused: {Reason}.", reason);
        return false;
    }

    private async Task<string?> RefusalAsync(HttpContext context, Activity activity)
    {
        if (!anonymous.Allows(context))
        {
            if (BearerToken(context.Request) is not { } token)
                return "no bearer token";
            if (await tokens.ValidateAsync(token, activity, context.RequestAborted) is TokenVerdict.Refused refused)
                return refused.Reason;
        }

        return serviceUrls.MayBeUsed(activity.ServiceUrl)
            ? null
            : "the host of its serviceUrl is not known (AllowedServiceUrlHosts may add it)";
    }

    /// <summary>Exactly one header of exactly two words, the first spelt Bearer.</summary>
    private static string? BearerToken(HttpRequest request) =>
        request.Headers.Authorization is [{ } header]
        && header.Split(' ') is ["Bearer", { Length: > 0 } token]
            ? token
            : null;
}
