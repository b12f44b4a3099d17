namespace BillingBot.Tests.Host;

/// <summary>A database that outlives the bots of a test, as over a restart, and is deleted at its end: declare it before them.</summary>
internal sealed class DatabaseFile : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"billingbot-test-{Guid.NewGuid():N}.db");

    public void Dispose() => DatabaseFiles.Delete(Path);
}
