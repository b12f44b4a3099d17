namespace BillingBot.Tests.Host;

/// <summary>One running bot for the tests of a class, each in a conversation of its own.</summary>
public sealed class SharedBot : IDisposable
{
    internal BotHost Bot { get; } = BotHost.Start();

    public void Dispose() => Bot.Dispose();
}
