using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BillingBot.Tests.Storage;

/// <summary>What goes by itself is waited for; what is wrong with a statement is not.</summary>
public sealed class DbFailuresTests
{
    [Theory]
    [InlineData(PostgresErrorCodes.AdminShutdown)]
    [InlineData(PostgresErrorCodes.CrashShutdown)]
    [InlineData(PostgresErrorCodes.CannotConnectNow)]
    [InlineData(PostgresErrorCodes.QueryCanceled)]
    [InlineData(PostgresErrorCodes.ReadOnlySqlTransaction)]
    [InlineData(PostgresErrorCodes.TooManyConnections)]
    [InlineData(PostgresErrorCodes.DiskFull)]
    [InlineData(PostgresErrorCodes.SerializationFailure)]
    public void A_server_that_stops_starts_moves_or_has_no_room_passes(string state)
    {
        Assert.True(DbFailures.IsPassing(Of(state)));
        Assert.True(DbFailures.IsPassing(new DbUpdateException("", Of(state))));
    }

    [Fact]
    public void A_connection_that_breaks_or_does_not_answer_passes()
    {
        Assert.True(DbFailures.IsPassing(new NpgsqlException("", new IOException())));
        Assert.True(DbFailures.IsPassing(new NpgsqlException("", new TimeoutException())));
    }

    [Theory]
    [InlineData(PostgresErrorCodes.UniqueViolation)]
    [InlineData(PostgresErrorCodes.UndefinedTable)]
    [InlineData(PostgresErrorCodes.InvalidPassword)]
    public void A_statement_that_is_wrong_does_not_pass(string state) => Assert.False(DbFailures.IsPassing(Of(state)));

    [Fact]
    public void What_is_no_failure_of_a_database_does_not_pass() => Assert.False(DbFailures.IsPassing(new TimeoutException()));

    private static PostgresException Of(string state) => new("", "FATAL", "FATAL", state);
}
