using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace BillingBot.Benchmarks;

/// <summary>The least that a bot can keep: one row a turn, and that its reply was sent. One writer commits what came together, each commit on disk.</summary>
internal sealed class FloorStore : IAsyncDisposable
{
    private const int MostTogether = 256;
    private readonly Channel<(string Id, byte[]? Row, TaskCompletionSource Done)> _waiting = Channel.CreateUnbounded<(string, byte[]?, TaskCompletionSource)>();
    private readonly SqliteConnection _connection;
    private readonly Task _writing;

    public FloorStore(string database)
    {
        _connection = new SqliteConnection($"Data Source={database};Pooling=False");
        _connection.Open();
        Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE Turns (Id TEXT PRIMARY KEY, Row BLOB, IsSent INTEGER) WITHOUT ROWID");
        _writing = Task.Run(WriteAsync);
    }

    /// <param name="id">Of the turn.</param>
    /// <param name="row">What is kept of it; null to note that its reply was sent.</param>
    public Task CommitAsync(string id, byte[]? row)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Writer.TryWrite((id, row, done));
        return done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.Complete();
        await _writing;
        await _connection.DisposeAsync();
    }

    private async Task WriteAsync()
    {
        using var insert = Command("INSERT INTO Turns VALUES ($id, $row, 0) ON CONFLICT DO NOTHING", "$id", "$row");
        using var mark = Command("UPDATE Turns SET IsSent = 1 WHERE Id = $id", "$id");
        List<TaskCompletionSource> committed = [];
        while (await _waiting.Reader.WaitToReadAsync())
        {
            using (var transaction = _connection.BeginTransaction())
            {
                (insert.Transaction, mark.Transaction) = (transaction, transaction);
                while (committed.Count < MostTogether && _waiting.Reader.TryRead(out var unit))
                {
                    var command = unit.Row is null ? mark : insert;
                    command.Parameters[0].Value = unit.Id;
                    if (unit.Row is not null)
                    {
                        command.Parameters[1].Value = unit.Row;
                    }

                    command.ExecuteNonQuery();
                    committed.Add(unit.Done);
                }

                transaction.Commit();
            }

            committed.ForEach(static done => done.TrySetResult());
            committed.Clear();
        }
    }

    private SqliteCommand Command(string sql, params string[] names)
    {
        var command = _connection.CreateCommand();
        // The text is a constant of this program.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var name in names)
        {
            command.Parameters.Add(new SqliteParameter(name, null));
        }

        return command;
    }

    private void Execute(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }
}
