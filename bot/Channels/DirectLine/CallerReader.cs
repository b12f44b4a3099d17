using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace BillingBot.Channels.DirectLine;

/// <summary>Finds out who calls from the Authorization header, and whether the call is within what they hold.</summary>
internal sealed class CallerReader(DirectLineTokens tokens, IOptions<DirectLineOptions> options)
{
    private const string Scheme = "Bearer ";

    public async Task<Caller> ReadAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return Unknown(context);
        }

        var credential = header[Scheme.Length..].Trim();
        return IsSecret(credential)
            ? new Caller.Server()
            : Judge(context, await tokens.ReadAsync(credential, context.RequestAborted));
    }

    /// <summary>A stream URL carries a ticket in its query, because browsers send no header with a WebSocket.</summary>
    public async Task<Caller> ReadTicketAsync(HttpContext context) =>
        Judge(context, await tokens.ReadStreamTicketAsync(context.Request.Query["t"].ToString(), context.RequestAborted));

    private static Caller Judge(HttpContext context, TokenReading reading) => reading switch
    {
        TokenReading.Expired => new Caller.Refused(DirectLineErrors.TokenExpired()),
        TokenReading.Valid { Grant: var grant } when context.GetRouteValue(DirectLineRoutes.ConversationId) is string conversation
            && conversation != grant.ConversationId =>
            new Caller.Refused(DirectLineErrors.Forbidden("The token is for another conversation.")),
        TokenReading.Valid { Grant: var grant } when !IsTrusted(context.Request, grant) =>
            new Caller.Refused(DirectLineErrors.Forbidden("The token is not for pages of this origin.")),
        TokenReading.Valid { Grant: var grant } => new Caller.User(grant),
        _ => Unknown(context),
    };

    private static Caller.Refused Unknown(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return new Caller.Refused(DirectLineErrors.Unauthorized());
    }

    private static bool IsTrusted(HttpRequest request, TokenGrant grant) =>
        grant.TrustedOrigins.Count == 0
        || !request.Headers.TryGetValue(HeaderNames.Origin, out var origin)
        || grant.TrustedOrigins.Contains(origin.ToString(), StringComparer.OrdinalIgnoreCase);

    private bool IsSecret(string credential) =>
        options.Value.Secret is { } secret
        && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(credential)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
