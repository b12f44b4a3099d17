namespace BillingBot.Replicas;

/// <summary>Another bot works on the same file.</summary>
internal sealed class DatabaseTakenException(string file, Exception inner)
    : Exception($"Another bot is running on {file}. With SQLite there is one bot to a file: stop the other, or use PostgreSQL for several.", inner);
