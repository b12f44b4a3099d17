namespace BillingBot.Channels.DirectLine;

/// <summary>POST tokens/generate and tokens/refresh.</summary>
internal sealed class TokensEndpoint(DirectLineTokens tokens)
{
    /// <summary>Only for holders of the secret: whom they name is believed.</summary>
    public async Task<IResult> GenerateAsync(HttpContext context, Caller caller)
    {
        if (caller is not Caller.Server)
        {
            return DirectLineErrors.Forbidden("Only the secret can generate tokens.");
        }

        if (await Parameters.ReadAsync(
            context.Request, DirectLineJson.Default.TokenParameters, new TokenParameters(), context.RequestAborted) is not { } wanted)
        {
            return DirectLineErrors.MalformedData("The body is not JSON of the form {user: {id, name}, trustedOrigins: []}.");
        }

        if (wanted.User?.Id?.Length > DirectLineTokens.MaximumUserIdLength)
        {
            return DirectLineErrors.BadArgument("user.id is too long.");
        }

        if (wanted.TrustedOrigins is { } origins && !origins.All(OriginsAttribute.IsOrigin))
        {
            return DirectLineErrors.BadArgument("trustedOrigins must hold origins such as https://www.example.com, without a path.");
        }

        return Answer(await tokens.IssueAsync(
            wanted.User?.Id, wanted.User?.Name, wanted.TrustedOrigins ?? [], context.RequestAborted));
    }

    /// <summary>As often as wanted while the token is valid.</summary>
    public async Task<IResult> RefreshAsync(HttpContext context, Caller caller) => caller is Caller.User { Grant: var grant }
        ? Answer(await tokens.RenewAsync(grant, context.RequestAborted))
        : DirectLineErrors.Forbidden("Only a token can be refreshed.");

    private static IResult Answer(IssuedToken issued) => TypedResults.Json(
        new TokenResponse(issued.ConversationId, issued.Token, issued.ExpiresIn), DirectLineJson.Default.TokenResponse);
}
