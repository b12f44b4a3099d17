using BillingBot.Conversation;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace BillingBot.Channels.DirectLine;

/// <summary>POST conversations and GET conversations/{id}: start, and come back.</summary>
internal sealed class ConversationsEndpoint(DirectLineTokens tokens, DirectLineInbox inbox)
{
    private const string Joined = "joined";

    /// <summary>201 for a new conversation, 200 when this token's was started before. The bot hears of it once.</summary>
    public async Task<IResult> StartAsync(HttpContext context, Caller caller)
    {
        var since = TimeProvider.System.GetTimestamp();
        if (await Parameters.ReadAsync(
            context.Request, DirectLineJson.Default.StartParameters, new StartParameters(), context.RequestAborted) is not { } wanted)
        {
            return DirectLineErrors.MalformedData("The body is not JSON of the form {user: {id, name}, locale}.");
        }

        var grant = caller is Caller.User user
            ? user.Grant
            : OfServer(wanted.User);
        var incoming = new Incoming
        {
            Kind = TurnKind.Joined,
            Sender = new Sender(grant.UserId, SenderNames.Readable(grant.UserName)) { PersonId = grant.PersonId },
            Locale = wanted.Locale,
            Joined = [grant.UserId],
        };
        var claim = await inbox.ClaimAsync(grant.ConversationId, Joined, incoming, echo: null, since, context.RequestAborted);
        return await AnswerAsync(
            context, grant, Watermark.Start, claim.IsRepeat ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    /// <summary>A new token and a stream that goes on after the watermark.</summary>
    public async Task<IResult> ReconnectAsync(HttpContext context, Caller caller)
    {
        var conversationId = (string)context.GetRouteValue(DirectLineRoutes.ConversationId)!;
        if (Watermark.Read(context.Request) is not { } watermark)
        {
            return Watermark.Unreadable();
        }

        if (await inbox.FindAsync(conversationId, context.RequestAborted) is null)
        {
            return DirectLineErrors.NotFound("The conversation has not been started.");
        }

        var grant = caller is Caller.User user ? user.Grant : DirectLineTokens.GuestIn(conversationId);
        return await AnswerAsync(context, grant, watermark, StatusCodes.Status200OK);
    }

    private async Task<IResult> AnswerAsync(HttpContext context, TokenGrant grant, long watermark, int status)
    {
        var issued = await tokens.RenewAsync(grant, context.RequestAborted);
        var ticket = await tokens.StreamTicketAsync(grant, context.RequestAborted);
        return TypedResults.Json(
            new TokenResponse(issued.ConversationId, issued.Token, issued.ExpiresIn)
            {
                StreamUrl = StreamUrl(context.Request, grant.ConversationId, watermark, ticket),
            },
            DirectLineJson.Default.TokenResponse,
            statusCode: status);
    }

    /// <summary>A server names its user itself here, and again in every activity; it is not a proof of a known person.</summary>
    private static TokenGrant OfServer(UserAccount? user)
    {
        var guest = DirectLineTokens.GuestIn(DirectLineTokens.NewConversationId());
        return guest with { UserId = user?.Id ?? guest.UserId, UserName = user?.Name };
    }

    private static string StreamUrl(HttpRequest request, string conversationId, long watermark, string ticket) =>
        UriHelper.BuildAbsolute(
            request.IsHttps ? "wss" : "ws",
            request.Host,
            request.PathBase,
            $"{DirectLineRoutes.Base}/conversations/{conversationId}/stream",
            QueryString.Create(
            [
                KeyValuePair.Create("watermark", new StringValues(Watermark.Write(watermark))),
                KeyValuePair.Create("t", new StringValues(ticket)),
            ]));
}
