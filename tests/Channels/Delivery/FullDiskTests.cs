using System.Data.Common;
using System.Net;
using BillingBot.Knowledge.Storage;
using BillingBot.Tests.Host;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Channels.Delivery;

/// <summary>A disk that is full for a while.</summary>
public sealed class FullDiskTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_cannot_be_kept_is_not_acknowledged_and_is_answered_once_when_it_comes_again()
    {
        var disk = new Pages();
        using var bot = Start(disk);
        var chat = bot.Conversation("emulator");
        disk.AreUsedUp = true;
        for (var tries = 0; tries < 5; tries++)
        {
            using var refused = await chat.PostAsync(chat.Message(new string('x', 50_000), "1"));
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), (refused.StatusCode, refused.Headers.RetryAfter?.ToString()));
        }

        disk.AreUsedUp = false;
        using var taken = await chat.PostAsync(chat.Message(new string('x', 50_000), "1"));
        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        Assert.Equal("1", (await bot.Channel.NextAsync()).ReplyToId);
        await bot.WhenIdleAsync();
        Assert.Empty(bot.Channel.TakeAll());
    }

    [Fact]
    public async Task A_reply_that_was_sent_when_nothing_could_be_noted_any_more_is_not_sent_again()
    {
        var disk = new Commits();
        using var bot = Start(disk);
        bot.Channel.Answer = _ =>
        {
            disk.Fail = true;
            return null;
        };
        var chat = bot.Conversation("emulator");
        using var taken = await chat.PostAsync(chat.Message("thanks", "1"));
        Assert.Equal("1", (await bot.Channel.NextAsync()).ReplyToId);
        await disk.FailedTwice.Task.WaitAsync(TimeSpan.FromSeconds(30), Ct);
        bot.Channel.Answer = _ => null;
        disk.Fail = false;
        using var next = await chat.PostAsync(chat.Message("thanks", "2"));
        Assert.Equal("2", (await bot.Channel.NextAsync()).ReplyToId);
        await bot.WhenIdleAsync();
        Assert.Empty(bot.Channel.TakeAll());
    }

    private static BotHost Start(IInterceptor disk) => BotHost.Start(
        configure: services => services.ConfigureDbContext<BillingDb>(options => options.AddInterceptors(disk)), settings: BotHost.NoArticles);

    /// <summary>SQLite's own limit, at what is used already; the writer keeps its connection, so it is set with each transaction.</summary>
    private sealed class Pages : DbTransactionInterceptor
    {
        public bool AreUsedUp { get; set; }

        public override async ValueTask<DbTransaction> TransactionStartedAsync(
            DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            (command.Transaction, command.CommandText) = (result, AreUsedUp ? "PRAGMA max_page_count = 1" : "PRAGMA max_page_count = 1000000");
            await command.ExecuteScalarAsync(cancellationToken);
            return result;
        }
    }

    /// <summary>The disk is full whatever is written, be it ever so little.</summary>
    private sealed class Commits : DbTransactionInterceptor
    {
        private const int Full = 13;
        private int _failed;

        public bool Fail { get; set; }

        public TaskCompletionSource FailedTwice { get; } = new();

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (!Fail)
            {
                return base.TransactionCommittingAsync(transaction, eventData, result, cancellationToken);
            }

            if (Interlocked.Increment(ref _failed) == 2)
            {
                FailedTwice.SetResult();
            }

            throw new SqliteException("database or disk is full", Full);
        }
    }
}
