using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Storage.Moving;
using BillingBot.Tests.Cases;
using BillingBot.Tests.Host;
using BillingBot.Tests.Host.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BillingBot.Tests.Storage;

/// <summary>An installation moves from SQLite to PostgreSQL with everything, or not at all.</summary>
[OnPostgreSql]
public sealed class MoveTests : IDisposable
{
    private const string Awkward = "🍣 مرحبا ünï 請求書 ' \" \\ %_ \u200F\n\tend";
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"billingbot-test-{Guid.NewGuid():N}.db");
    private readonly string _database;

    public MoveTests() => _database = PostgreSqlCluster.CreateEmpty();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private string Target => PostgreSqlCluster.ConnectionString(_database);

    public void Dispose()
    {
        TestDatabases.Delete(_file);
        PostgreSqlCluster.Drop(_database);
    }

    [Fact]
    public async Task Every_row_arrives_and_the_bot_goes_on_where_it_was()
    {
        TestUser alex;
        CustomerConversation chat;
        long number;
        using (var before = BotHost.Start(_file))
        {
            alex = TestUser.Alex;
            chat = before.Conversation("msteams", alex);
            var stage = await CaseStage.OpenAsync(before, chat);
            await stage.ClaimAsync();
            number = stage.Id;
            await before.WhenIdleAsync();
            await AddAwkwardRowsAsync(before);
        }

        var moved = await DatabaseMove.RunAsync(_file, Target, null, Ct);
        await using (var source = new BillingDb(new DbContextOptionsBuilder<BillingDb>().UseSqlite($"Data Source={_file};Pooling=False").Options))
        {
            Assert.Equal(source.Model.GetEntityTypes().Select(entity => entity.GetTableName()).Order(), moved.Select(table => table.Name).Order());
            Assert.Equal(await source.Messages.LongCountAsync(Ct), moved.Single(table => table.Name == "Messages").Rows);
            Assert.Equal(await source.Articles.LongCountAsync(Ct), moved.Single(table => table.Name == "Articles").Rows);
            Assert.All(["Invoices", "InvoiceLine", "CaseEvents", "Audit", "StoredKey"], name => Assert.True(moved.Single(table => Is(table.Name, name)).Rows > 0, name));
        }

        using var after = BotHost.Start(_database);
        var arrived = await after.ReadAsync(db => db.Customers.SingleAsync(customer => customer.Id == "awkward", Ct));
        Assert.Equal(Awkward, arrived.Name);
        Assert.Equal("a\uFFFDb", (await after.ReadAsync(db => db.StaffTasks.SingleAsync(task => task.DedupeKey == "awkward", Ct))).Detail);
        Assert.Equal(number, (await after.ReadAsync(db => db.Cases.SingleAsync(Ct))).Id);
        var again = new CaseStage(after, new CustomerConversation(after, "msteams", alex) { Id = chat.Id }, number);

        // The channel says again what it said before the move: that is known, and answered as it was then.
        Assert.Contains("Hello!", (await again.Customer.CustomerSays("hello")).Text, StringComparison.Ordinal);
        Assert.Empty((await again.Customer.CustomerSays("are you still there?")).Text);
        await again.SayAsync("Yes, all of it moved.");
        Assert.Contains(await again.TranscriptAsync(), line => line.Text == "hello");

        // New rows get new numbers.
        var next = await CaseStage.OpenAsync(after);
        Assert.Equal(number + 1, next.Id);
    }

    [Fact]
    public async Task Stopped_half_way_nothing_was_moved_and_the_same_command_does_it_later()
    {
        using (BotHost.Start(_file, settings: BotHost.NoArticles))
        {
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var stopper = new Reports(progress =>
        {
            if (progress is { Stage: MoveStage.Comparing, Table: "Invoices" })
            {
                stop.Cancel();
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DatabaseMove.RunAsync(_file, Target, stopper, stop.Token));
        await using (var target = Open())
        {
            Assert.Equal(0, await target.Invoices.CountAsync(Ct));
            Assert.Equal(0, await target.Customers.CountAsync(Ct));
        }

        Assert.NotEmpty(await DatabaseMove.RunAsync(_file, Target, null, Ct));
    }

    [Fact]
    public async Task A_database_that_is_in_use_is_refused_and_left_as_it_is()
    {
        using (BotHost.Start(_file, settings: BotHost.NoArticles))
        {
        }

        await DatabaseMove.RunAsync(_file, Target, null, Ct);
        var refused = await Assert.ThrowsAsync<MoveRefusedException>(() => DatabaseMove.RunAsync(_file, Target, null, Ct));
        Assert.Contains("Name an empty one", refused.Message, StringComparison.Ordinal);
        await using var target = Open();
        Assert.Equal(3, await target.Customers.CountAsync(Ct));
        Assert.Equal(1, await target.CaseCounters.CountAsync(Ct));
    }

    [Fact]
    public async Task A_file_that_somebody_writes_to_is_not_moved_and_nobody_can_write_while_it_is()
    {
        using var bot = BotHost.Start(_file, settings: BotHost.NoArticles);
        var writer = bot.Services.GetRequiredService<DbWriter>();
        await writer.CommitAsync(
            async (_, _) =>
            {
                var refused = await Assert.ThrowsAsync<MoveRefusedException>(() => DatabaseMove.RunAsync(_file, Target, null, Ct));
                Assert.Contains("Stop the bot", refused.Message, StringComparison.Ordinal);
                return 0;
            },
            Ct);

        Task<int>? write = null;
        var meddler = new Reports(_ => write ??= Task.Run(() => writer.CommitAsync(
            (db, token) =>
            {
                db.Add(new Customer { Id = "late", Name = "Late", Language = "en", TimeZone = "UTC", SupportPlan = "Standard" });
                return db.SaveChangesAsync(token);
            },
            Ct), Ct));
        await DatabaseMove.RunAsync(_file, Target, meddler, Ct);
        Assert.Equal(1, await write!);
        await using var target = Open();
        Assert.False(await target.Customers.AnyAsync(customer => customer.Id == "late", Ct));
    }

    [Fact]
    public async Task What_is_no_database_of_this_release_is_refused()
    {
        Assert.Contains("There is no file", (await RefusedAsync()).Message, StringComparison.Ordinal);
        await File.WriteAllTextAsync(_file, "This is not a database, whatever its name says. ".PadRight(5000, '.'), Ct);
        Assert.Contains("Name the bot's SQLite database", (await RefusedAsync()).Message, StringComparison.Ordinal);
        File.Delete(_file);
        await using (var older = new BillingDb(new DbContextOptionsBuilder<BillingDb>().UseSqlite($"Data Source={_file};Pooling=False").Options))
        {
            await older.Database.MigrateAsync("Initial", Ct);
        }

        Assert.Contains("not a database of this release", (await RefusedAsync()).Message, StringComparison.Ordinal);
    }

    private Task<MoveRefusedException> RefusedAsync() => Assert.ThrowsAsync<MoveRefusedException>(() => DatabaseMove.RunAsync(_file, Target, null, Ct));

    private static bool Is(string name, string wanted) => name == wanted || name.StartsWith(wanted, StringComparison.Ordinal) || (wanted == "StoredKey" && name == "Keys");

    private PostgreSqlBillingDb Open() => new(new DbContextOptionsBuilder<PostgreSqlBillingDb>().UseNpgsql(Target).Options);

    private static Task<int> AddAwkwardRowsAsync(BotHost bot) => bot.Services.GetRequiredService<DbWriter>().CommitAsync(
        (db, token) =>
        {
            db.Add(new Customer { Id = "awkward", Name = Awkward, Language = "en", TimeZone = "UTC", SupportPlan = "Standard", TenantId = null });
            db.Add(new StoredKey { Name = "awkward", Value = [0, 1, 255] });
            db.Add(new StaffTask { Kind = StaffTaskKind.Dispute, Subject = new string('x', 20_000), Detail = "a\0b", DedupeKey = "awkward", CreatedAt = Instant.FromUnixTimeMilliseconds(-1) });
            return db.SaveChangesAsync(token);
        },
        Ct);

    private sealed class Reports(Action<MoveProgress> told) : IProgress<MoveProgress>
    {
        public void Report(MoveProgress value) => told(value);
    }
}
