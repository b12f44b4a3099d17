using System.Security.Cryptography;
using BillingBot.Knowledge.Billing;
using Microsoft.Extensions.Options;

namespace BillingBot.Channels.DirectLine;

/// <summary>Issues tokens, each for one user in one new conversation, and reads them again.</summary>
internal sealed class DirectLineTokens(TokenSigner signer, People people, IOptions<DirectLineOptions> options)
{
    /// <summary>Longer user ids are refused where they come in.</summary>
    public const int MaximumUserIdLength = 200;
    private const string ForConversation = "directline";
    private const string ForStream = "directline/stream";
    private const string UserPrefix = "dl_";

    /// <summary>A token for somebody of whom nothing is known, in a new conversation.</summary>
    public Task<IssuedToken> IssueForGuestAsync(CancellationToken cancellationToken) =>
        IssueAsync(userId: null, userName: null, trustedOrigins: [], cancellationToken);

    /// <summary>
    /// A token in a new conversation for whoever <paramref name="userId"/> names. The caller vouches for it: pass only
    /// an id that was proven, never one that a browser sent.
    /// </summary>
    /// <param name="userId">Key of a person, with or without <c>dl_</c>. Unknown: a guest with this id. Null: a guest.</param>
    /// <param name="userName">Shown beside the user's messages.</param>
    /// <param name="trustedOrigins">The sites that may use the token from a browser; empty for any.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async Task<IssuedToken> IssueAsync(
        string? userId, string? userName, IReadOnlyList<string> trustedOrigins, CancellationToken cancellationToken)
    {
        var key = userId?.StartsWith(UserPrefix, StringComparison.Ordinal) == true ? userId[UserPrefix.Length..] : userId;
        var person = string.IsNullOrWhiteSpace(key) ? null : await people.FindAsync(key, cancellationToken);
        var grant = new TokenGrant(RandomId(), UserPrefix + (string.IsNullOrWhiteSpace(key) ? RandomId() : key))
        {
            UserName = userName ?? person?.Name,
            PersonId = person?.Id,
            TrustedOrigins = trustedOrigins,
        };
        return await RenewAsync(grant, cancellationToken);
    }

    /// <summary>A fresh token for the same user and conversation.</summary>
    public async Task<IssuedToken> RenewAsync(TokenGrant grant, CancellationToken cancellationToken)
    {
        var lifetime = options.Value.TokenLifetime;
        var token = await signer.SignAsync(grant, ForConversation, lifetime, cancellationToken);
        return new IssuedToken(grant.ConversationId, token, (int)lifetime.TotalSeconds, grant.UserId);
    }

    /// <summary>A guest's grant in a conversation that a holder of the secret names.</summary>
    public static TokenGrant GuestIn(string conversationId) => new(conversationId, UserPrefix + RandomId());

    public Task<TokenReading> ReadAsync(string token, CancellationToken cancellationToken) =>
        signer.ReadAsync(token, ForConversation, cancellationToken);

    /// <summary>What a stream URL carries instead of a header.</summary>
    public Task<string> StreamTicketAsync(TokenGrant grant, CancellationToken cancellationToken) =>
        signer.SignAsync(grant, ForStream, options.Value.StreamUrlLifetime, cancellationToken);

    public Task<TokenReading> ReadStreamTicketAsync(string ticket, CancellationToken cancellationToken) =>
        signer.ReadAsync(ticket, ForStream, cancellationToken);

    /// <summary>Unguessable.</summary>
    public static string NewConversationId() => RandomId();

    private static string RandomId() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
