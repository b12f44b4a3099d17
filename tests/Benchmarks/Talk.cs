namespace BillingBot.Benchmarks;

/// <summary>How customers say something and hear that it was answered.</summary>
internal abstract class Talk : IDisposable
{
    /// <summary>Longer is an error.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly IReadOnlyList<Uri> _servers;
    private int _next;

    /// <param name="servers">Replicas; each request goes to the next one, as behind a load balancer.</param>
    protected Talk(IReadOnlyList<Uri> servers) => _servers = servers;

    protected HttpClient Http { get; } = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };

    /// <summary>What is done before the measuring begins.</summary>
    public virtual Task OpenAsync(IReadOnlyList<string> conversations, CancellationToken stop) => Task.CompletedTask;

    /// <summary>Says one thing; ends when the answer is there.</summary>
    public abstract Task TurnAsync(string conversation, int number, CancellationToken stop);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Http.Dispose();

    protected Uri At(string path) => new(_servers[(int)((uint)Interlocked.Increment(ref _next) % _servers.Count)], path);

    /// <summary>A few at a time: what is opened is not what is measured.</summary>
    protected static Task EachAsync(IEnumerable<string> conversations, Func<string, CancellationToken, ValueTask> open, CancellationToken stop) =>
        Parallel.ForEachAsync(conversations, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = stop }, open);
}
