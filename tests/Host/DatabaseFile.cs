namespace BillingBot.Tests.Host;

/// <summary>A database that outlives the bots of a test, as over a restart, and is deleted at its end: declare it before them.</summary>
internal sealed class DatabaseFile : IDisposable
{
    /// <summary>A name where it is PostgreSQL's.</summary>
    public string Path { get; } = TestDatabases.Create();

    public void Dispose() => TestDatabases.Delete(Path);
}
