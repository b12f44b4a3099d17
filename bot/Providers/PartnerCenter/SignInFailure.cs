using System.Net.Http.Headers;
using Microsoft.Identity.Client;

namespace BillingBot.Providers.PartnerCenter;

/// <summary>Why Entra ID gave no token, in words for staff. MSAL's own words are left out: they quote the request.</summary>
internal static class SignInFailure
{
    public static PartnerCenterReply Read(MsalException error, TimeProvider clock) => error switch
    {
        MsalServiceException { StatusCode: 408 or 429 or >= 500 } outage =>
            new PartnerCenterReply.Unavailable(RetryAfter(outage.Headers, clock)),
        MsalUiRequiredException => new PartnerCenterReply.Refused(0, error.ErrorCode,
            "Microsoft Entra no longer accepts the partner user's sign-in. An administrator must sign in again as that user and set PartnerCenter:RefreshToken."),
        MsalServiceException { StatusCode: >= 400 } => new PartnerCenterReply.Refused(0, error.ErrorCode,
            "Microsoft Entra refused the bot's app. An administrator must check PartnerCenter:TenantId, PartnerCenter:AppId and the app's secret or certificate."),
        _ => new PartnerCenterReply.Unavailable(null),
    };

    private static TimeSpan? RetryAfter(HttpResponseHeaders? headers, TimeProvider clock) =>
        headers is null ? null : PartnerCenterAnswer.RetryAfter(headers, clock);
}
