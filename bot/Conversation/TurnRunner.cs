using System.Data.Common;
using System.Text.Json;
using BillingBot.Cases;
using BillingBot.Knowledge;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Storage;
using BillingBot.Skills;
using BillingBot.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Conversation;

/// <summary>One turn: load, respond, and record state, transcript and replies in one commit. It sends nothing.</summary>
internal sealed partial class TurnRunner(
    TurnStore store,
    PersonRecogniser people,
    OpenCases cases,
    CaseFeed feed,
    PrivateChat privateChat,
    SkillRouter router,
    Apology apology,
    ReplyWaiters waiters,
    BotMetrics metrics,
    IOptions<ConversationOptions> options,
    IClock clock,
    TimeProvider time,
    ILogger<TurnRunner> logger)
{
    /// <summary>Characters of a question that are kept for follow-ups; the whole stands in the transcript.</summary>
    private const int LongestRemembered = 1_000;

    /// <summary>
    /// Characters of a message that skills read, far more than anybody asks in; the whole stands in the transcript. Reading
    /// dates takes time in proportion to their number, so one endless message would keep the others waiting.
    /// </summary>
    private const int LongestRead = 4_000;

    /// <summary>Runs the turn of a claimed message.</summary>
    /// <returns>Null when it was handled elsewhere, or the conversation went on elsewhere, meanwhile: nothing happened here.</returns>
    public async Task<CommittedTurn?> RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var (conversation, message) = item;
        var started = time.GetTimestamp();
        using var span = TurnTrace.Start("turn", conversation.Id, message.Sequence);
        var incoming = Stored.Read(message.Body, ConversationJson.Default.Incoming) ?? Unreadable(conversation.Id, message.Sequence);
        var state = Stored.Read(conversation.State, ConversationJson.Default.ConversationState) ?? ConversationState.Empty;
        var (reply, person) = await RespondAsync(item, incoming, state, cancellationToken);
        // Direct Line clients read recorded messages themselves.
        var isOwn = conversation.Channel == OwnChannel.DirectLine;
        var inRequest = !isOwn && incoming.InRequest != RepliesInRequest.None && waiters.Promise(item) ? incoming.InRequest : RepliesInRequest.None;
        CommittedTurn? committed;
        try
        {
            using var commit = TurnTrace.Part("commit");
            committed = await store.CommitAsync(Record(reply), cancellationToken);
        }
        catch (Exception failure) when (reply.Effects.Count > 0 && failure is not (DbException or DbUpdateConcurrencyException or OperationCanceledException) && !DbFailures.IsPassing(failure))
        {
            // What cannot be done now can never be done: tried for ever, it would silence the conversation.
            reply = Apologise(failure, Language.FromLocale(reply.State.Language) ?? DefaultLanguage(incoming.Locale), state);
            committed = await store.CommitAsync(Record(reply), cancellationToken);
        }

        if (committed is not null)
        {
            if (reply.Effects.OfType<ICaseChange>().Any())
            {
                feed.Publish();
            }

            var took = time.GetElapsedTime(started);
            metrics.Turn(reply.Outcome, took);
            LogTurn(conversation.Id, message.Sequence, incoming.Kind, reply.Outcome?.Skill, reply.Outcome?.Decision,
                reply.Outcome?.ArticleId, took.TotalMilliseconds);
        }

        return committed;

        TurnRecord Record(Reply reply) => new(
            conversation.Id,
            message.Sequence,
            conversation.StateVersion,
            JsonSerializer.Serialize(
                reply.State with { LastQuestion = Remembered(reply.State.LastQuestion), Unanswered = Remembered(reply.State.Unanswered) },
                ConversationJson.Default.ConversationState),
            reply.Outcome is null ? null : JsonSerializer.Serialize(reply.Outcome, ConversationJson.Default.Outcome),
            [.. reply.Messages.Select(said => new RecordedReply(
                Write(said, incoming, message), isOwn ? MessageStatus.Sent : MessageStatus.Pending))])
        {
            LastSequence = conversation.LastSequence,
            Promised = inRequest switch
            {
                RepliesInRequest.All => reply.Messages.Count,
                RepliesInRequest.First => Math.Min(1, reply.Messages.Count),
                _ => 0,
            },
            Effects = reply.Effects,
            // A code proves it for a while only, so it is no place to reach the person later.
            PersonId = incoming.IsGroup || person?.VerifiedUntil is not null ? null : person?.Id,
        };
    }

    private async Task<(Reply Reply, KnownPerson? Person)> RespondAsync(
        WorkItem item, Incoming incoming, ConversationState state, CancellationToken stopping)
    {
        KnownPerson? person = null;
        var language = Language.FromLocale(state.Language) ?? DefaultLanguage(incoming.Locale);
        using var timeout = new CancellationTokenSource(options.Value.TurnTimeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(stopping, timeout.Token);
        try
        {
            var now = clock.GetCurrentInstant();
            person = await people.RecogniseAsync(incoming.Sender, item, incoming.IsGroup, now, linked.Token);
            language = LanguageDetector.Detect(incoming.Text)
                ?? Language.FromLocale(state.Language) ?? Language.FromLocale(person?.Language) ?? language;
            var turn = new Turn
            {
                Kind = incoming.Kind,
                Text = Cut.To(incoming.Text, LongestRead),
                Action = incoming.Action,
                Joined = incoming.Joined,
                Language = language,
                Person = person,
                Conversation = item.Conversation.Id,
                Sequence = item.Message.Sequence,
                SenderId = incoming.Sender.Id,
                SenderName = incoming.Sender.Name,
                IsGroup = incoming.IsGroup,
                Case = await cases.FindAsync(item.Conversation, linked.Token),
                PrivateChat = incoming.IsGroup ? privateChat.LinkFrom(item.Conversation.Channel) : null,
                State = state with { Language = language.Code },
                Now = now,
            };
            return (await router.RespondAsync(turn, linked.Token), person);
        }
#pragma warning disable CA1031 // The one place where a failure becomes an apology instead of silence; what passes is tried again.
        catch (Exception failure) when (!stopping.IsCancellationRequested && !DbFailures.IsPassing(failure))
#pragma warning restore CA1031
        {
            // Whoever then asks for a person need not say it again.
            return (Apologise(failure, language, state.Form is null && incoming.Text.Length > 0 ? state with { Unanswered = incoming.Text } : state), person);
        }
    }

    private Reply Apologise(Exception failure, Language language, ConversationState state)
    {
        var errorId = Guid.NewGuid().ToString("N")[..8];
        LogFailure(failure, errorId);
        return apology.For(language, state, errorId);
    }

    private Language DefaultLanguage(string? locale) =>
        Language.FromLocale(locale) ?? Language.FromLocale(options.Value.DefaultLanguage)!;

    /// <summary>A row of an older or newer release: answered like words that cannot be read, so that the next ones are.</summary>
    private Incoming Unreadable(long conversation, long sequence)
    {
        LogUnreadable(conversation, sequence);
        return new Incoming { Kind = TurnKind.Message, Sender = new Sender("", null) };
    }

    private static string? Remembered(string? question) => question is null ? null : Cut.To(question, LongestRemembered);

    private static string Write(ReplyMessage said, Incoming incoming, Message message) => Stored.Write(
        new OutgoingMessage(said, incoming.Sender, message.ChannelActivityId), ConversationJson.Default.OutgoingMessage);

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Turn {Conversation}/{Sequence} {Kind}: {Skill} {Decision} {Article} in {Milliseconds:0} ms")]
    private partial void LogTurn(
        long conversation, long sequence, TurnKind kind, string? skill, string? decision, string? article, double milliseconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Conversation}/{Sequence} is not readable by this release")]
    private partial void LogUnreadable(long conversation, long sequence);

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn failed; the customer was told error id {ErrorId}")]
    private partial void LogFailure(Exception failure, string errorId);
}
