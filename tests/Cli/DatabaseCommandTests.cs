using System.Diagnostics;
using BillingBot.Knowledge.Storage;
using BillingBot.Tests.Host;
using BillingBot.Tests.Host.PostgreSql;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Cli;

/// <summary>What an administrator types to set PostgreSQL up, and what the program answers.</summary>
[OnPostgreSql]
public sealed class DatabaseCommandTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"billingbot-test-{Guid.NewGuid():N}.db");
    private readonly string _database;

    public DatabaseCommandTests() => _database = PostgreSqlCluster.CreateEmpty();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        TestDatabases.Delete(_file);
        PostgreSqlCluster.Drop(_database);
    }

    [Fact]
    public async Task A_bot_on_a_database_that_nobody_migrated_says_which_command_does_it_and_the_command_does()
    {
        var refused = await RunAsync(isPostgreSql: true);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("The bot does not start: the database lacks", refused.Output, StringComparison.Ordinal);
        Assert.Contains("Run the command migrate once", refused.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync(isPostgreSql: true, "staff", "tasks")).ExitCode);

        var migrated = await RunAsync(isPostgreSql: true, "migrate");
        Assert.Equal(0, migrated.ExitCode);
        Assert.StartsWith("Applied ", migrated.Output, StringComparison.Ordinal);
        Assert.Contains(". The database is up to date.", migrated.Output, StringComparison.Ordinal);
        var again = await RunAsync(isPostgreSql: true, "migrate");
        Assert.StartsWith("The database is up to date.", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_installation_is_moved_by_one_command_which_shows_how_far_it_is_and_what_it_compared()
    {
        Assert.Equal(0, (await RunAsync(isPostgreSql: false, "migrate")).ExitCode);
        await using (var db = new BillingDb(new DbContextOptionsBuilder<BillingDb>().UseSqlite($"Data Source={_file};Pooling=False").Options))
        {
            db.Add(new Knowledge.Billing.Customer { Id = "one", Name = "One", Language = "en", TimeZone = "UTC", SupportPlan = "Standard" });
            await db.SaveChangesAsync(Ct);
        }

        var moved = await RunAsync(isPostgreSql: true, "move-to-postgresql", "--from", _file);
        Assert.Equal(0, moved.ExitCode);
        Assert.Contains("Copying Customers 100 %", moved.Errors, StringComparison.Ordinal);
        Assert.Contains(moved.Output.Split('\n'), line => line.StartsWith("Customers ", StringComparison.Ordinal) && line.Contains(" 1 rows, the same", StringComparison.Ordinal));
        Assert.Contains("Everything is in PostgreSQL", moved.Output, StringComparison.Ordinal);

        var again = await RunAsync(isPostgreSql: false, "move-to-postgresql", "--from", _file, "--to", PostgreSqlCluster.ConnectionString(_database));
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("in use", again.Errors, StringComparison.Ordinal);
        var away = await RunAsync(isPostgreSql: false, "move-to-postgresql", "--from", _file, "--to", "Host=127.0.0.1;Port=9;Database=x;Username=x;Password=hush");
        Assert.Equal(1, away.ExitCode);
        Assert.StartsWith("Nothing was moved: ", away.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", away.Errors, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(bool isPostgreSql, params string[] args)
    {
        var program = typeof(Program).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [program, .. args])
        {
            WorkingDirectory = Path.GetDirectoryName(program)!,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" },
        };
        foreach (var (key, value) in TestDatabases.Settings(isPostgreSql ? _database : _file))
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(120));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            process.Kill();
        }
    }
}
