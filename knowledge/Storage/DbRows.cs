using System.Data.Common;

namespace BillingBot.Knowledge.Storage;

/// <summary>Reads columns that may be NULL from what a <see cref="HotStatement"/> found.</summary>
internal static class DbRows
{
    public static string? TextOrNull(this DbDataReader row, int place) => row.IsDBNull(place) ? null : row.GetString(place);

    public static long? NumberOrNull(this DbDataReader row, int place) => row.IsDBNull(place) ? null : row.GetInt64(place);
}
