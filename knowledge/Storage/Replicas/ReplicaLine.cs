using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace BillingBot.Knowledge.Storage.Replicas;

/// <summary>The line over which replicas wake each other: PostgreSQL's LISTEN and NOTIFY. What is said while nobody listens is not repeated.</summary>
public sealed class ReplicaLine(IDbContextFactory<BillingDb> factory, IOptions<StorageOptions> options)
{
    /// <summary>Bytes that PostgreSQL takes at once, with room.</summary>
    public const int Longest = 7_500;

    private const string Name = "billingbot";
    private const string Listen = $"LISTEN {Name}";
    private const string Notify = $"SELECT pg_notify('{Name}', {{0}})";

    /// <summary>A wake-up that a crash of the server swallows is caught up with, so it need not wait for the disk.</summary>
    private const string Lightly = "SET LOCAL synchronous_commit = off";

    /// <summary>Seconds after which a line that is dead without a word is noticed.</summary>
    private const int KeepAlive = 10;

    /// <summary>Listens until it is cancelled or the line breaks, which is an exception.</summary>
    /// <param name="listening">From now on nothing is missed.</param>
    /// <param name="heard">Gets what a replica said, this one or another.</param>
    /// <param name="cancellationToken">The end.</param>
    public async Task ListenAsync(Action listening, Action<string> heard, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(BillingDbProviders.WithDefaults(options.Value.ConnectionString!))
        {
            // A session of its own: one from the pool would go back to it, and its notices to whoever takes it next.
            Pooling = false,
            KeepAlive = KeepAlive,
            ApplicationName = "BillingBot line",
        };
        await using var connection = new NpgsqlConnection(settings.ToString());
        connection.Notification += (_, said) => heard(said.Payload);
        await connection.OpenAsync(cancellationToken);
        await using (var command = new NpgsqlCommand(Listen, connection))
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        listening();
        try
        {
            while (true)
            {
                await connection.WaitAsync(cancellationToken);
            }
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            await ForgetConnectionsAsync(cancellationToken);
            throw;
        }
    }

    public async Task TellAsync(string news, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync(Lightly, cancellationToken);
        await db.Database.ExecuteSqlRawAsync(Notify, [news], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The line is the first to notice that the server is gone. The connections of the pool are dead too; each would cost somebody an attempt.</summary>
    private async Task ForgetConnectionsAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        NpgsqlConnection.ClearPool((NpgsqlConnection)db.Database.GetDbConnection());
    }
}
