using System.Data.Common;
using NodaTime;

namespace BillingBot.Knowledge.Storage;

/// <summary>Reads columns from what a <see cref="HotStatement"/> found, as the model's converters write them; they may be NULL where it says so.</summary>
internal static class DbRows
{
    public static string? TextOrNull(this DbDataReader row, int place) => row.IsDBNull(place) ? null : row.GetString(place);

    public static long? NumberOrNull(this DbDataReader row, int place) => row.IsDBNull(place) ? null : row.GetInt64(place);

    public static int? CountOrNull(this DbDataReader row, int place) => row.IsDBNull(place) ? null : row.GetInt32(place);

    public static LocalDate Date(this DbDataReader row, int place) => LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(place));

    public static LocalDate? DateOrNull(this DbDataReader row, int place) => row.IsDBNull(place) ? null : row.Date(place);

    public static Instant Moment(this DbDataReader row, int place) => Instant.FromUnixTimeMilliseconds(row.GetInt64(place));

    public static Instant? MomentOrNull(this DbDataReader row, int place) => row.IsDBNull(place) ? null : row.Moment(place);
}
