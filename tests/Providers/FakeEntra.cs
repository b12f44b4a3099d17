using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace BillingBot.Tests.Providers;

/// <summary>
/// Entra ID's token endpoint for the refresh token grant: access-1, access-2, ... each with a new refresh token (refresh-1,
/// refresh-2, ...). Tokens handed out before stay good, as Entra ID's do.
/// </summary>
internal sealed class FakeEntra
{
    private const string Tenant = "aaaaaaaa-0000-4000-8000-00000000000a";
    private readonly ConcurrentDictionary<string, bool> _accessTokens = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _shown = new();
    private int _given;

    /// <summary>The refresh tokens that were shown, in order.</summary>
    public IReadOnlyList<string> Shown => [.. _shown];

    public Func<HttpContext, Task>? Instead { get; set; }

    public bool Accepts(string? authorization) =>
        authorization is not null && authorization.StartsWith("Bearer ", StringComparison.Ordinal)
        && _accessTokens.ContainsKey(authorization["Bearer ".Length..]);

    /// <summary>Ends every access token handed out so far.</summary>
    public void Revoke() => _accessTokens.Clear();

    public async Task AnswerAsync(HttpContext context, string body)
    {
        var form = QueryHelpers.ParseQuery(body);
        _shown.Enqueue(form["refresh_token"].ToString());
        if (Instead is not null)
        {
            await Instead(context);
            return;
        }

        Assert.Equal("refresh_token", form["grant_type"]);
        var number = Interlocked.Increment(ref _given);
        _accessTokens[$"access-{number}"] = true;
        await context.Response.WriteAsync($$"""
            {"token_type":"Bearer","expires_in":3600,"scope":"https://api.partnercenter.microsoft.com/user_impersonation",
             "access_token":"access-{{number}}","refresh_token":"refresh-{{number}}","id_token":"{{IdToken}}",
             "client_info":"{{Encode($$"""{"uid":"bbbbbbbb-0000-4000-8000-00000000000b","utid":"{{Tenant}}"}""")}}"}
            """);
    }

    private static string IdToken =>
        $"{Encode("""{"alg":"none"}""")}.{Encode($$"""{"oid":"bbbbbbbb-0000-4000-8000-00000000000b","tid":"{{Tenant}}","preferred_username":"agent@partner.example"}""")}.";

    private static string Encode(string text) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(text));
}
