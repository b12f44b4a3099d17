namespace BillingBot.Tests.Host;

/// <summary>One running bot for the tests of a class that talk to nobody.</summary>
public sealed class SharedBotWithoutArticles : IDisposable
{
    private readonly Lazy<BotHost> _bot = new(() => BotHost.Start(settings: BotHost.NoArticles));

    /// <summary>Started by the first test, which says on which database.</summary>
    internal BotHost Bot => _bot.Value;

    public void Dispose()
    {
        if (_bot.IsValueCreated)
        {
            Bot.Dispose();
        }
    }
}
