using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BillingBot.Knowledge.Storage.Moving;

/// <summary>
/// Moves an SQLite installation to PostgreSQL. What is written there is one transaction, which ends only after every row was
/// read back and compared; however the move ends before, the target is empty and the same command can be given again.
/// Nobody can write to the file meanwhile, and it is left as it is.
/// </summary>
public static class DatabaseMove
{
    private const int Busy = 5;

    /// <param name="file">The SQLite database, of this program's release.</param>
    /// <param name="connectionString">Of an empty PostgreSQL database, or of one that the user may create.</param>
    /// <param name="progress">Told from time to time.</param>
    /// <param name="cancellationToken">Stops; nothing is then moved.</param>
    /// <exception cref="MoveRefusedException">Nothing was moved.</exception>
    public static async Task<IReadOnlyList<MovedTable>> RunAsync(
        string file, string connectionString, IProgress<MoveProgress>? progress, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            throw new MoveRefusedException($"There is no file {file}. Name the bot's SQLite database.");
        }

        if (StorageOptionsValidator.PostgreSqlProblem(connectionString) is { } problem)
        {
            throw new MoveRefusedException(problem);
        }

        await using var source = Source(file);
        await using var held = await HoldAsync(source, file, cancellationToken);
        await EnsureCurrentAsync(source, file, cancellationToken);
        var options = new DbContextOptionsBuilder<PostgreSqlBillingDb>();
        options.UseBillingPostgreSql(connectionString);
        await using var target = new PostgreSqlBillingDb(options.Options);

        // A large table may take longer than an answer to a customer.
        target.Database.SetCommandTimeout(0);
        await target.Database.MigrateAsync(cancellationToken);
        await using var transaction = await target.Database.BeginTransactionAsync(cancellationToken);
        target.Database.AutoSavepointsEnabled = false;

        // Between two of its statements a large table of the file may be read.
        await target.Database.ExecuteSqlRawAsync("SET LOCAL idle_in_transaction_session_timeout = 0", cancellationToken);
        var tables = TableOrder.Of(target.GetService<IDesignTimeModel>().Model).Select(entity => Table(entity, progress)).ToList();
        foreach (var table in tables)
        {
            await table.EnsureEmptyAsync(target, cancellationToken);
        }

        foreach (var table in tables)
        {
            await table.CopyAsync(source, target, cancellationToken);
        }

        var moved = new List<MovedTable>();
        foreach (var table in tables)
        {
            moved.Add(await table.CompareAsync(source, target, cancellationToken));
        }

        await transaction.CommitAsync(cancellationToken);
        return moved;
    }

    private static BillingDb Source(string file)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWrite,
            DefaultTimeout = Busy,
            Pooling = false,
        };
        return new BillingDb(new DbContextOptionsBuilder<BillingDb>().UseSqlite(connection.ToString()).Options);
    }

    /// <summary>A transaction that writes nothing and keeps others from writing.</summary>
    private static async Task<IAsyncDisposable> HoldAsync(BillingDb source, string file, CancellationToken cancellationToken)
    {
        try
        {
            return await source.Database.BeginTransactionAsync(cancellationToken);
        }
        catch (SqliteException unusable)
        {
            throw new MoveRefusedException($"{file} cannot be used: {unusable.Message} Name the bot's SQLite database. Stop the bot, and check your rights to the file.");
        }
    }

    private static async Task EnsureCurrentAsync(BillingDb source, string file, CancellationToken cancellationToken)
    {
        try
        {
            var applied = await source.Database.GetAppliedMigrationsAsync(cancellationToken);
            if (!applied.SequenceEqual(source.Database.GetMigrations(), StringComparer.Ordinal))
            {
                throw new MoveRefusedException($"{file} is not a database of this release. Run the command migrate on it with Database:Provider=Sqlite, or use the release that wrote it.");
            }
        }
        catch (SqliteException unreadable)
        {
            throw new MoveRefusedException($"{file} cannot be read: {unreadable.Message} Name the bot's SQLite database.");
        }
    }

    private static ITableMove Table(IEntityType entity, IProgress<MoveProgress>? progress) =>
        (ITableMove)Activator.CreateInstance(typeof(TableMove<>).MakeGenericType(entity.ClrType), entity, progress)!;
}
