using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace BillingBot.Knowledge.Storage.Moving;

/// <summary>Copies the rows of one entity and compares them, in the order of their keys, without holding many in memory.</summary>
internal sealed class TableMove<TEntity>(IEntityType entity, IProgress<MoveProgress>? progress) : ITableMove where TEntity : class
{
    private const int BatchSize = 1000;
    private readonly string _table = entity.GetTableName()!;

    /// <summary>The rows that a migration wrote are not the bot's; the source's take their place.</summary>
    private readonly bool _isSeeded = entity.GetSeedData().Any();

    public async Task EnsureEmptyAsync(BillingDb target, CancellationToken cancellationToken)
    {
        if (_isSeeded)
        {
            await target.Set<TEntity>().ExecuteDeleteAsync(cancellationToken);
        }
        else if (await target.Set<TEntity>().AnyAsync(cancellationToken))
        {
            throw new MoveRefusedException($"The PostgreSQL database is in use: there are rows in {_table}. Name an empty one, and start no bot on it before the move.");
        }
    }

    public async Task CopyAsync(BillingDb source, BillingDb target, CancellationToken cancellationToken)
    {
        var (done, total) = (0L, await source.Set<TEntity>().LongCountAsync(cancellationToken));
        var batch = new List<TEntity>(BatchSize);
        await foreach (var row in Rows(source).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            batch.Add(row);
            if (batch.Count == BatchSize)
            {
                await WriteAsync();
            }
        }

        await WriteAsync();
        await AdvanceIdsAsync(target, cancellationToken);

        async Task WriteAsync()
        {
            target.AddRange(batch);
            await target.SaveChangesAsync(cancellationToken);
            target.ChangeTracker.Clear();
            done += batch.Count;
            batch.Clear();
            progress?.Report(new MoveProgress(_table, MoveStage.Copying, done, total));
        }
    }

    public async Task<MovedTable> CompareAsync(BillingDb source, BillingDb target, CancellationToken cancellationToken)
    {
        var total = await source.Set<TEntity>().LongCountAsync(cancellationToken);
        var digest = new RowDigest(entity);
        using var checksum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var left = Rows(source).AsAsyncEnumerable().GetAsyncEnumerator(cancellationToken);
        await using var right = Rows(target).AsAsyncEnumerable().GetAsyncEnumerator(cancellationToken);
        for (var rows = 0L; ; rows++)
        {
            var (isThere, isCopied) = (await left.MoveNextAsync(), await right.MoveNextAsync());
            if (isThere != isCopied)
            {
                throw new MoveRefusedException($"{_table} has {total} rows in the file and {(isThere ? "fewer" : "more")} in PostgreSQL. Nothing was moved; report this as a fault.");
            }

            if (rows % BatchSize == 0 || !isThere)
            {
                progress?.Report(new MoveProgress(_table, MoveStage.Comparing, rows, total));
            }

            if (!isThere)
            {
                return new MovedTable(_table, rows, Convert.ToHexString(checksum.GetHashAndReset()));
            }

            var expected = digest.Of(left.Current);
            if (!expected.AsSpan().SequenceEqual(digest.Of(right.Current)))
            {
                throw new MoveRefusedException($"Row {KeyOf(left.Current)} of {_table} is not the same in PostgreSQL. Nothing was moved; report this as a fault.");
            }

            checksum.AppendData(expected);
        }
    }

    /// <summary>Numbers that the database gives out go on after the greatest one that was copied.</summary>
    private async Task AdvanceIdsAsync(BillingDb target, CancellationToken cancellationToken)
    {
        var sql = target.GetService<ISqlGenerationHelper>();
        foreach (var property in entity.GetProperties()
            .Where(property => NpgsqlPropertyExtensions.GetValueGenerationStrategy(property) == NpgsqlValueGenerationStrategy.IdentityByDefaultColumn))
        {
            var (table, column) = (sql.DelimitIdentifier(_table, entity.GetSchema()), property.GetColumnName());
            var advance = $"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), MAX({sql.DelimitIdentifier(column)})) FROM {table}";
            await target.Database.ExecuteSqlRawAsync(advance, cancellationToken);
        }
    }

    private IQueryable<TEntity> Rows(BillingDb db)
    {
        var names = entity.FindPrimaryKey()!.Properties.Select(property => property.Name).ToList();
        return names.Skip(1).Aggregate(
            db.Set<TEntity>().AsNoTracking().OrderBy(row => EF.Property<object>(row, names[0])),
            (ordered, name) => ordered.ThenBy(row => EF.Property<object>(row, name)));
    }

    private string KeyOf(TEntity row) =>
        string.Join('/', entity.FindPrimaryKey()!.Properties.Select(property => property.PropertyInfo!.GetValue(row)));
}
