namespace BillingBot.Tests.Crash;

/// <summary>Bots on one database behind a load balancer that sends each request to the next one.</summary>
internal sealed class Fleet : IDisposable
{
    private readonly string _database;
    private readonly (string Key, string Value)[] _settings;
    private readonly BotProcess?[] _bots;
    private int _next;

    private Fleet(string database, int count, (string Key, string Value)[] settings) =>
        (_database, _bots, _settings) = (database, new BotProcess?[count], settings);

    /// <summary>Settings that make a fault test short: what takes half a minute takes four seconds.</summary>
    public static (string Key, string Value)[] Quick =>
        [("Replicas:Lease", "00:00:04"), ("Replicas:LeaveFor", "00:00:01"), ("Delivery:LongestDelay", "00:00:01"), ("Logging:LogLevel:Default", "Warning")];

    public BotProcess this[int place] => _bots[place]!;

    public static async Task<Fleet> StartAsync(string database, int count, CancellationToken cancellationToken, params (string Key, string Value)[] settings)
    {
        var fleet = new Fleet(database, count, [.. Quick, .. settings]);
        try
        {
            // One after the other: the first one also prepares the database.
            for (var place = 0; place < count; place++)
            {
                await fleet.StartAsync(place, cancellationToken);
            }

            return fleet;
        }
        catch
        {
            fleet.Dispose();
            throw;
        }
    }

    public async Task StartAsync(int place, CancellationToken cancellationToken) =>
        _bots[place] = await BotProcess.StartAsync(_database, cancellationToken, settings: _settings);

    /// <summary>kill -9; the load balancer notices.</summary>
    public async Task KillAsync(int place, CancellationToken cancellationToken)
    {
        using var bot = Take(place);
        await bot.KillAsync(cancellationToken);
    }

    /// <summary>Leaves it out of the load balancer; it is the caller's.</summary>
    public BotProcess Take(int place) => Interlocked.Exchange(ref _bots[place], null)!;

    /// <summary>Where the next request goes; null while no bot runs.</summary>
    public Uri? Next()
    {
        for (var tries = 0; tries < _bots.Length; tries++)
        {
            if (_bots[(uint)Interlocked.Increment(ref _next) % _bots.Length] is { } bot)
            {
                return bot.Address;
            }
        }

        return null;
    }

    public string Words() => string.Join("\n----\n", _bots.Select(bot => bot?.Words));

    public void Dispose()
    {
        foreach (var bot in _bots)
        {
            bot?.Dispose();
        }
    }
}
