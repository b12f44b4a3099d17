using System.Collections.Concurrent;
using System.Diagnostics;
using BillingBot.Telemetry;
using BillingBot.Tests.Channels.DirectLine;
using BillingBot.Tests.Host;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace BillingBot.Tests.Telemetry;

public sealed class TraceTests
{
    private static readonly TimeSpan Waited = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task One_trace_shows_a_turn_from_its_receipt_to_its_delivery()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == TurnTrace.Source,
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var chat = bot.Conversation("emulator");
        await using (var other = new SqliteConnection($"Data Source={bot.Database};Pooling=False"))
        {
            // While somebody else writes, the claim waits, and so does whoever sent the message.
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var writing = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
            var posted = chat.PostAsync(chat.Message("What is the meaning of my private words?"));
            await Task.Delay(2 * Waited, TimeProvider.System, TestContext.Current.CancellationToken);
            await writing.RollbackAsync(TestContext.Current.CancellationToken);
            (await posted).EnsureSuccessStatusCode();
        }

        await bot.Channel.NextAsync();
        await bot.WhenIdleAsync();
        var conversation = await bot.ReadAsync(db => Task.FromResult(db.Conversations.Single(known => known.ChannelConversationId == chat.Id).Id));

        var trace = TurnTrace.Start("ours", conversation, 1)!.TraceId;
        var turn = spans.Where(span => span.TraceId == trace).ToList();

        // Other tests run beside this one, in bots whose conversations have the same numbers.
        Assert.Superset(new HashSet<string> { "receive", "turn", "search", "commit", "deliver" }, turn.Select(span => span.OperationName).ToHashSet());
        Assert.All(turn.Where(span => span.OperationName is "receive" or "turn" or "deliver"), span => Assert.Equal(default, span.ParentSpanId));
        Assert.Contains(turn, span => span.OperationName == "receive" && span.Duration >= Waited);
        Assert.All(turn, span => Assert.DoesNotContain(span.TagObjects, tag => tag.Value is string words && words.Contains("private", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_web_chats_turn_begins_with_its_receipt_too()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == TurnTrace.Source,
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var client = await DirectLineClient.StartedAsync(bot);
        var posted = await client.SayAsync("thanks");
        await client.ReadUntilAsync(activities => activities.Any(activity => activity.Answers(posted.Id)));
        var said = await bot.ReadAsync(db => Task.FromResult(db.Messages.Single(message => message.InReplyTo > 1 && message.Author == Knowledge.Conversations.Author.Bot)));
        var trace = TurnTrace.Start("ours", said.ConversationId, said.InReplyTo!.Value)!.TraceId;
        Assert.Superset(
            new HashSet<string> { "receive", "turn" }, spans.Where(span => span.TraceId == trace).Select(span => span.OperationName).ToHashSet());
    }

    [Fact]
    public void A_sampler_keeps_turns_whole_or_not_at_all()
    {
        const int Turns = 400, Conversation = int.MaxValue;
        var kept = new Kept();
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            [new("OTEL_TRACES_SAMPLER", "parentbased_traceidratio"), new("OTEL_TRACES_SAMPLER_ARG", "0.25")]).Build();
        using (Sdk.CreateTracerProviderBuilder().ConfigureServices(services => services.AddSingleton<IConfiguration>(settings))
            .AddSource(TurnTrace.Source).AddProcessor(kept).Build())
        {
            for (var sequence = 1; sequence <= Turns; sequence++)
            {
                foreach (var name in (string[])["receive", "turn", "deliver"])
                {
                    using var span = TurnTrace.Start(name, Conversation, sequence);
                    using var part = TurnTrace.Part("part");
                }
            }
        }

        var traces = kept.Spans.Where(span => span.GetTagItem("billingbot.conversation") is long and Conversation).GroupBy(span => span.TraceId).ToList();
        Assert.InRange(traces.Count, Turns / 8, Turns / 2);
        Assert.All(traces, trace => Assert.Equal(["receive", "turn", "deliver"], trace.Select(span => span.OperationName)));
        Assert.All(traces, trace => Assert.Equal(3, kept.Spans.Count(span => span.TraceId == trace.Key && span.OperationName == "part")));
    }

    /// <summary>What an exporter would send.</summary>
    private sealed class Kept : BaseProcessor<Activity>
    {
        public ConcurrentQueue<Activity> Spans { get; } = new();

        public override void OnEnd(Activity data)
        {
            if (data.Recorded)
            {
                Spans.Enqueue(data);
            }
        }
    }
}
