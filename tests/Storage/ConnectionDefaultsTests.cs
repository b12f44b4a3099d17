using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BillingBot.Tests.Storage;

/// <summary>What the bot adds to an administrator's connection string of PostgreSQL, and what it leaves alone.</summary>
public sealed class ConnectionDefaultsTests
{
    private const string Server = "Host=db.example.com;Database=billingbot;Username=billingbot";

    [Fact]
    public void A_server_that_says_nothing_is_given_up_before_a_channel_gives_up_and_statements_are_kept_prepared()
    {
        var connection = Of(Server);
        Assert.Equal((4, 5, 100), (connection.Timeout, connection.CommandTimeout, connection.MaxAutoPrepare));
        Assert.Contains("idle_in_transaction_session_timeout", connection.Options, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_administrator_wrote_stays()
    {
        var connection = Of($"{Server};Timeout=15;CommandTimeout=60;Max Auto Prepare=0;Options=-c statement_timeout=1min");
        Assert.Equal((15, 60, 0), (connection.Timeout, connection.CommandTimeout, connection.MaxAutoPrepare));
        Assert.Equal("-c statement_timeout=1min", connection.Options);
    }

    private static NpgsqlConnectionStringBuilder Of(string connectionString)
    {
        var options = new DbContextOptionsBuilder<PostgreSqlBillingDb>();
        options.UseBillingPostgreSql(connectionString);
        using var db = new PostgreSqlBillingDb(options.Options);
        return new(db.Database.GetConnectionString());
    }
}
