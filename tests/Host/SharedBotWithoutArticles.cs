namespace BillingBot.Tests.Host;

/// <summary>One running bot for the tests of a class that talk to nobody.</summary>
public sealed class SharedBotWithoutArticles : IDisposable
{
    internal BotHost Bot { get; } = BotHost.Start(settings: BotHost.NoArticles);

    public void Dispose() => Bot.Dispose();
}
