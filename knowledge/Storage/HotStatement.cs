using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace BillingBot.Knowledge.Storage;

/// <summary>
/// A statement that runs with every message, in the SQL that both databases share. It is prepared once a connection, where
/// EF Core would translate, track and prepare each time. Within a unit of work of <see cref="DbWriter"/>, or in <see cref="HotReads"/>.
/// </summary>
/// <param name="sql">With names as in the model, and <c>@p0</c>, <c>@p1</c> ... for values.</param>
/// <param name="values">How many values it takes.</param>
/// <param name="locks">Locks the rows that it finds, see <see cref="RowLocks"/>.</param>
internal sealed class HotStatement(string sql, int values, bool locks = false)
{
    private readonly ConditionalWeakTable<DbConnection, DbCommand> _prepared = [];

    /// <returns>How many rows it changed.</returns>
    public Task<int> ExecuteAsync(BillingDb db, CancellationToken cancellationToken, params ReadOnlySpan<object?> given) =>
        Bind(db, given).ExecuteNonQueryAsync(cancellationToken);

    public Task<DbDataReader> ReadAsync(BillingDb db, CancellationToken cancellationToken, params ReadOnlySpan<object?> given) =>
        Bind(db, given).ExecuteReaderAsync(cancellationToken);

    private DbCommand Bind(BillingDb db, ReadOnlySpan<object?> given)
    {
        var isPostgreSql = db is PostgreSqlBillingDb;
        var connection = db.Database.GetDbConnection();
        if (!_prepared.TryGetValue(connection, out var command))
        {
            command = Create(connection, isPostgreSql);
            _prepared.Add(connection, command);
        }

        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        for (var place = 0; place < values; place++)
        {
            command.Parameters[place].Value = Stored(given[place], isPostgreSql);
        }

        return command;
    }

    private DbCommand Create(DbConnection connection, bool isPostgreSql)
    {
        var command = connection.CreateCommand();
        // The text is a constant of this program.
#pragma warning disable CA2100
        command.CommandText = locks && isPostgreSql ? $"{sql}\n{PostgreSqlRowLocks.Lock}" : sql;
#pragma warning restore CA2100
        for (var place = 0; place < values; place++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{place}");
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>As the model's converters write it.</summary>
    private static object Stored(object? value, bool isPostgreSql) => value switch
    {
        null => DBNull.Value,
        string text when isPostgreSql => StorableText.Of(text),
        Instant instant => instant.ToUnixTimeMilliseconds(),
        LocalDate date => date.ToDateOnly(),
        Enum name => name.ToString(),
        _ => value,
    };
}
