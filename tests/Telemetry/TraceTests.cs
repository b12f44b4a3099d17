using System.Collections.Concurrent;
using System.Diagnostics;
using BillingBot.Telemetry;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Telemetry;

public sealed class TraceTests
{
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
        await chat.PostAsync(chat.Message("What is the meaning of my private words?"));
        await bot.Channel.NextAsync();
        await bot.WhenIdleAsync();
        var conversation = await bot.ReadAsync(db => Task.FromResult(db.Conversations.Single(known => known.ChannelConversationId == chat.Id).Id));

        var trace = TurnTrace.Start("ours", conversation, 1)!.TraceId;
        var turn = spans.Where(span => span.TraceId == trace).ToList();

        // Other tests run beside this one, in bots whose conversations have the same numbers.
        Assert.Superset(new HashSet<string> { "receive", "turn", "search", "commit", "deliver" }, turn.Select(span => span.OperationName).ToHashSet());
        Assert.All(turn, span => Assert.DoesNotContain(span.TagObjects, tag => tag.Value is string words && words.Contains("private", StringComparison.Ordinal)));
    }
}
