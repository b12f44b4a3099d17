using NodaTime;

namespace BillingBot.Knowledge;

/// <summary>
/// What is due. The clock that wrote the time may have been wrong, or the one that it is compared with may be: a time farther off than
/// anybody puts something off is over.
/// </summary>
public static class DueTimes
{
    /// <param name="rows">Those that wait.</param>
    /// <param name="now">The present.</param>
    /// <param name="longest">Longer than anybody puts one off.</param>
    public static IQueryable<T> Due<T>(this IQueryable<T> rows, Instant now, Duration longest)
        where T : class, IRetried
    {
        var farthest = now + longest;
        return rows.Where(row => row.NextAttemptAt == null || row.NextAttemptAt <= now || row.NextAttemptAt > farthest);
    }

    /// <inheritdoc cref="Due"/>
    /// <returns>How long it must wait; zero when it is due.</returns>
    public static Duration Wait(this IRetried waiting, Instant now, Duration longest) =>
        waiting.NextAttemptAt - now is { } wait && wait > Duration.Zero && wait <= longest ? wait : Duration.Zero;
}
