using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using Microsoft.Extensions.Options;

namespace BillingBot.Channels.DirectLine;

/// <summary>GET conversations/{id}/stream?t=&amp;watermark=: the WebSocket.</summary>
internal sealed class StreamEndpoint(
    DirectLineInbox inbox,
    ActivityPages pages,
    MessageFeed feed,
    OpenStreams streams,
    ReadMarks marks,
    IHostApplicationLifetime lifetime,
    IOptions<DirectLineOptions> options,
    TimeProvider time)
{
    public async Task<IResult> OpenAsync(HttpContext context, Caller caller)
    {
        var conversationId = (string)context.GetRouteValue(DirectLineRoutes.ConversationId)!;
        if (!context.WebSockets.IsWebSocketRequest)
        {
            return DirectLineErrors.BadArgument("Open this address as a WebSocket.");
        }

        if (Watermark.Read(context.Request) is not { } watermark)
        {
            return Watermark.Unreadable();
        }

        if (await inbox.FindAsync(conversationId, context.RequestAborted) is not { } recorded)
        {
            return DirectLineErrors.NotFound("The conversation has not been started.");
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            KeepAliveInterval = options.Value.KeepAlive,
            KeepAliveTimeout = options.Value.SendTimeout,
        });
        using var place = streams.Open(recorded);
        using var watch = feed.Watch(recorded);
        var connection = new StreamConnection(socket, place, options.Value, time, lifetime.ApplicationStopping);
        await connection.RunAsync(
            watermark,
            after => pages.ReadAsync(recorded, conversationId, after, CancellationToken.None),
            watch.NextAsync,
            read => marks.ConfirmAsync(recorded, read, CancellationToken.None));
        return TypedResults.Empty;
    }
}
