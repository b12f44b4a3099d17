using BillingBot.Knowledge.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Replicas;

/// <summary>
/// Keeps a second bot away from a file of SQLite: each would send what the other is sending. The lock is the operating
/// system's, so it ends with the process however that ends. Commands may work beside the bot.
/// </summary>
internal sealed class OnlyBot(IDbContextFactory<BillingDb> factory) : IDisposable
{
    private const string Suffix = "-bot";
    private FileStream? _lock;

    /// <exception cref="DatabaseTakenException">A bot runs on this file.</exception>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (!db.Database.IsSqlite() || new SqliteConnectionStringBuilder(db.Database.GetConnectionString()) is not { Mode: not SqliteOpenMode.Memory, DataSource: { Length: > 0 } file })
        {
            return;
        }

        try
        {
            _lock = new FileStream(file + Suffix, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken) when (File.Exists(file + Suffix))
        {
            throw new DatabaseTakenException(file, taken);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            // Opening the database itself says what is wrong with the place.
        }
    }

    public void Dispose() => _lock?.Dispose();
}
