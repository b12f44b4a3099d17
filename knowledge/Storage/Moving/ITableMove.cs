namespace BillingBot.Knowledge.Storage.Moving;

/// <summary>The move of a table, whatever its rows are.</summary>
internal interface ITableMove
{
    /// <exception cref="MoveRefusedException">There are rows in the target.</exception>
    Task EnsureEmptyAsync(BillingDb target, CancellationToken cancellationToken);

    Task CopyAsync(BillingDb source, BillingDb target, CancellationToken cancellationToken);

    /// <exception cref="MoveRefusedException">A row is not the same.</exception>
    Task<MovedTable> CompareAsync(BillingDb source, BillingDb target, CancellationToken cancellationToken);
}
