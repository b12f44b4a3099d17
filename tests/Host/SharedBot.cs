namespace BillingBot.Tests.Host;

/// <summary>One running bot for the tests of a class, each in a conversation of its own.</summary>
public sealed class SharedBot : IDisposable
{
    private readonly Lazy<BotHost> _bot = new(() => BotHost.Start());

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
