using BillingBot.Knowledge.Storage;

namespace BillingBot.Tests.Storage;

/// <summary>An administrator is told which key is wrong and how to mend it, and never sees the password again.</summary>
public sealed class StorageOptionsTests
{
    [Theory]
    [InlineData("Sqlite", null)]
    [InlineData("sqlite", "Data Source=x.db")]
    [InlineData("PostgreSQL", "Host=db;Database=billingbot;Username=bot;Password=p;SSL Mode=VerifyFull")]
    [InlineData("postgresql", "Server=/var/run/postgresql;Database=billingbot")]
    public void These_are_right(string provider, string? connectionString) => Assert.Null(Problem(new() { Provider = provider, ConnectionString = connectionString }));

    [Theory]
    [InlineData("Oracle", "Data Source=x.db", "Database:Provider is 'Oracle'")]
    [InlineData("1", "Data Source=x.db", "Database:Provider is '1'")]
    [InlineData("Sqlite", "Host=db;Database=billingbot;Password=hush", "set Database:Provider to PostgreSql")]
    [InlineData("PostgreSql", null, "ConnectionStrings:BillingBot is missing")]
    [InlineData("PostgreSql", "Data Source=billingbot.db", "ConnectionStrings:BillingBot")]
    [InlineData("PostgreSql", "Host=db;Password=hush", "does not name both the server and the database")]
    [InlineData("PostgreSql", "postgresql://bot:hush@db/billingbot", "Write Host=")]
    [InlineData("PostgreSql", "Host=db;Database=b;Port=many;Password=hush", "Write Host=")]
    public void These_are_wrong_and_say_so(string provider, string? connectionString, string told)
    {
        var problem = Problem(new() { Provider = provider, ConnectionString = connectionString });
        Assert.Contains(told, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sqlite", null, true)]
    [InlineData("PostgreSql", null, false)]
    [InlineData("Sqlite", "false", false)]
    [InlineData("PostgreSql", "True", true)]
    public void Alone_with_its_file_a_bot_migrates_it_and_a_server_that_others_use_only_when_told(string provider, string? setting, bool migrates) =>
        Assert.Equal(migrates, new StorageOptions { Provider = provider, MigrateAtStart = setting }.MigratesAtStart);

    private static string? Problem(StorageOptions options) => new StorageOptionsValidator().Validate(null, options).FailureMessage;
}
