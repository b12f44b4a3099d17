using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BillingBot.Knowledge.Storage;

/// <summary>WAL lets readers go on beside the writer; FULL means that a commit survives a power cut.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <summary>A checkpoint after 16 MB instead of 4: pages that every message changes are copied back less often.</summary>
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=4000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
