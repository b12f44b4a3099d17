using System.Text.Json;
using BillingBot.Channels.DirectLine;
using BillingBot.Knowledge.Billing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace BillingBot.WebChat;

/// <summary>
/// <c>POST /webchat/token</c>: a Direct Line token for the bot's own page. It is always a guest's, except for a
/// developer; a partner's site gets tokens for its signed-in customers from its own server.
/// </summary>
internal sealed class TokenEndpoint(DirectLineTokens tokens, People people, ChatAs chatAs, IOptions<WebChatOptions> options)
{
    private const int MaximumBody = 1_024;

    public async Task<Results<Ok<TokenAnswer>, ProblemHttpResult>> PostAsync(HttpContext context)
    {
        var cancellationToken = context.RequestAborted;
        if (await ReadAsync(context.Request, cancellationToken) is not { } request)
        {
            return Refuse(StatusCodes.Status400BadRequest, "The body must be empty or JSON such as {\"as\": \"contoso-alex\"}.");
        }

        if (request.As is null)
        {
            return options.Value.AllowGuests
                ? Answer(await tokens.IssueForGuestAsync(cancellationToken))
                : Refuse(StatusCodes.Status403Forbidden, "Guests may not chat here; sign in on the partner's site.");
        }

        if (!chatAs.IsOpenTo(context))
        {
            return Refuse(StatusCodes.Status403Forbidden, "This page cannot say who the customer is; only the partner's site can.");
        }

        return await people.FindAsync(request.As, cancellationToken) is { } person
            ? Answer(await tokens.IssueAsync(person.Id, person.Name, trustedOrigins: [], cancellationToken))
            : Refuse(StatusCodes.Status404NotFound, "There is no such person.");
    }

    /// <returns>Null when the body is something else.</returns>
    private static async Task<TokenRequest?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var body = new MemoryStream();
            var buffer = new byte[MaximumBody];
            for (int read; (read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                if (body.Length + read > MaximumBody)
                {
                    return null;
                }

                body.Write(buffer, 0, read);
            }

            return body.Length == 0
                ? new TokenRequest(As: null)
                : JsonSerializer.Deserialize(body.ToArray(), WebChatJson.Default.TokenRequest);
        }
        catch (Exception unreadable) when (unreadable is JsonException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static Ok<TokenAnswer> Answer(IssuedToken issued) =>
        TypedResults.Ok(new TokenAnswer(issued.Token, issued.ConversationId, issued.ExpiresIn, issued.UserId));

    private static ProblemHttpResult Refuse(int status, string why) => TypedResults.Problem(detail: why, statusCode: status);
}
