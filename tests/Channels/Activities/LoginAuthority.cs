using System.Net;

namespace BillingBot.Tests.Channels.Activities;

/// <summary>The token endpoint of Entra ID on the fake internet: token-1, token-2, ...</summary>
internal sealed class LoginAuthority
{
    public const string MultiTenant = "https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token";

    private readonly FakeInternet _internet;
    private readonly string _url;
    private int _given;

    public LoginAuthority(FakeInternet internet, string url = MultiTenant)
    {
        (_internet, _url) = (internet, url);
        internet.On(HttpMethod.Post, url, _ => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent($$"""{"token_type":"Bearer","expires_in":3600,"access_token":"token-{{Interlocked.Increment(ref _given)}}"}"""),
        });
    }

    public IReadOnlyList<string> Asked => [.. _internet.Seen.Where(request => request.Url == _url).Select(request => request.Body!)];

    public void Fail(HttpStatusCode status, string error) =>
        _internet.Json(HttpMethod.Post, _url, $$"""{"error":"{{error}}","error_description":"no"}""", status);
}
