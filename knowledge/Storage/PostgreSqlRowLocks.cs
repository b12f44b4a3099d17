using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BillingBot.Knowledge.Storage;

/// <summary>
/// Writes the lock that <see cref="RowLocks"/> asks for, which LINQ has no word for. It is the lock that an UPDATE takes:
/// rows which refer to the locked one may be added meanwhile.
/// </summary>
internal sealed class PostgreSqlRowLocks : DbCommandInterceptor
{
    public const string Lock = "FOR NO KEY UPDATE";
    private const string Asked = $"-- {RowLocks.Tag}";

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.StartsWith(Asked, StringComparison.Ordinal))
        {
            // The text is EF Core's own.
#pragma warning disable CA2100
            command.CommandText += $"\n{Lock}";
#pragma warning restore CA2100
        }

        return ValueTask.FromResult(result);
    }
}
