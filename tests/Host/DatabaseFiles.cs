namespace BillingBot.Tests.Host;

/// <summary>An SQLite database and the files it keeps beside itself.</summary>
internal static class DatabaseFiles
{
    public static void Delete(string database)
    {
        foreach (var file in new[] { database, $"{database}-wal", $"{database}-shm" })
        {
            File.Delete(file);
        }
    }
}
