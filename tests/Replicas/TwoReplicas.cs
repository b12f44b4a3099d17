using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Replicas;

/// <summary>Two bots on one database, whose leases last for three seconds unless they are told otherwise.</summary>
internal sealed class TwoReplicas : IDisposable
{
    public TwoReplicas(params (string Key, string? Value)[] settings)
    {
        (string Key, string? Value)[] all =
            [.. new (string Key, string? Value)[] { BotHost.NoArticles, ("Replicas:Lease", "00:00:03") }.ExceptBy(settings.Select(own => own.Key), usual => usual.Key), .. settings];
        One = BotHost.Start(settings: all);
        Other = BotHost.Start(One.Database, settings: all);
    }

    public BotHost One { get; }
    public BotHost Other { get; }

    public T OfOne<T>()
        where T : notnull => One.Services.GetRequiredService<T>();

    public T OfOther<T>()
        where T : notnull => Other.Services.GetRequiredService<T>();

    public void Dispose()
    {
        Other.Dispose();
        One.Dispose();
    }
}
