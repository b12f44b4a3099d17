using System.Text;
using BillingBot.Cases;
using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using BillingBot.Protocol;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Channels.DirectLine;

/// <summary>POST and GET conversations/{id}/activities.</summary>
internal sealed class ActivitiesEndpoint(
    DirectLineInbox inbox,
    ActivityPages pages,
    OpenStreams streams,
    TypingBoard typing,
    ReadMarks marks,
    IOptions<DirectLineOptions> options,
    IClock clock)
{
    public async Task<IResult> PostAsync(HttpContext context, Caller caller)
    {
        var since = TimeProvider.System.GetTimestamp();
        var conversationId = (string)context.GetRouteValue(DirectLineRoutes.ConversationId)!;
        if (await inbox.FindAsync(conversationId, context.RequestAborted) is not { } recorded)
        {
            return DirectLineErrors.NotFound("The conversation has not been started.");
        }

        string? body;
        try
        {
            body = await RequestBody.ReadAsync(context.Request, options.Value.MaximumActivityLength, context.RequestAborted);
        }
        catch (DecoderFallbackException)
        {
            return DirectLineErrors.MalformedData("The body is not UTF-8.");
        }

        if (body is null)
        {
            return DirectLineErrors.TooBig(options.Value.MaximumActivityLength);
        }

        if (PostedActivity.Parse(body) is not { } posted)
        {
            return DirectLineErrors.MalformedData("The body is not an activity: a JSON object with a type.");
        }

        return AuthorOf(posted.Activity, caller) is { } from
            ? Answer(await TakeAsync(posted, conversationId, recorded, from, caller, since, context.RequestAborted))
            : DirectLineErrors.BadArgument("from.id is missing.");
    }

    /// <summary>What happened after the watermark; for clients without WebSockets.</summary>
    public async Task<IResult> ReadAsync(HttpContext context, Caller caller)
    {
        var conversationId = (string)context.GetRouteValue(DirectLineRoutes.ConversationId)!;
        if (Watermark.Read(context.Request) is not { } watermark)
        {
            return Watermark.Unreadable();
        }

        if (await inbox.FindAsync(conversationId, context.RequestAborted) is not { } recorded)
        {
            return DirectLineErrors.NotFound("The conversation has not been started.");
        }

        // Who asks for what comes after it has what came before.
        await marks.ConfirmAsync(recorded, watermark, context.RequestAborted);
        var page = await pages.ReadAsync(recorded, conversationId, watermark, context.RequestAborted);
        return TypedResults.Bytes(page.Json, "application/json; charset=utf-8");
    }

    /// <returns>The activity's id.</returns>
    private async Task<string> TakeAsync(
        PostedActivity posted, string conversationId, long recorded, ChannelAccount from, Caller caller, long since,
        CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (Translate(posted.Activity, from, caller) is { } incoming)
        {
            var claim = await inbox.ClaimAsync(
                conversationId, posted.DedupeKey, incoming,
                sequence => posted.Echo(ActivityIds.Of(conversationId, sequence), conversationId, from, now), since, cancellationToken);
            return ActivityIds.Of(conversationId, claim.Sequence);
        }

        // Asks nothing of the bot, so nothing is kept; but a client waits to see what it sent.
        var id = ActivityIds.OfPassing(conversationId);
        if (posted.Activity.Type == ActivityTypes.Typing)
        {
            typing.CustomerTypes(recorded);
        }

        streams.Show(recorded, posted.Echo(id, conversationId, from, now));
        return id;
    }

    private static Incoming? Translate(Activity activity, ChannelAccount from, Caller caller)
    {
        // Who is in the conversation, and how it is answered, is not for the client to say.
        var trusted = new Activity
        {
            Type = activity.Type,
            ChannelId = ChannelIds.DirectLine,
            From = from,
            Text = activity.Text,
            Locale = activity.Locale,
            Value = activity.Value,
            ReactionsAdded = activity.ReactionsAdded,
        };
        return activity.Type is ActivityTypes.Message or ActivityTypes.MessageReaction or ActivityTypes.EndOfConversation
            && ActivityTranslator.Translate(trusted) is { } incoming
            ? incoming with { Sender = incoming.Sender with { PersonId = (caller as Caller.User)?.Grant.PersonId } }
            : null;
    }

    /// <summary>The token says who writes, whatever the activity claims. A server says it itself.</summary>
    private static ChannelAccount? AuthorOf(Activity activity, Caller caller) => caller switch
    {
        Caller.User { Grant: var grant } => new ChannelAccount { Id = grant.UserId, Name = grant.UserName ?? activity.From?.Name },
        _ when activity.From is { Id.Length: > 0 } from => new ChannelAccount { Id = from.Id, Name = from.Name },
        _ => null,
    };

    private static IResult Answer(string id) =>
        TypedResults.Json(new ResourceResponse(id), ProtocolJson.Default.ResourceResponse);
}
