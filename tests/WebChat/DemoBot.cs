using BillingBot.Tests.Host;

namespace BillingBot.Tests.WebChat;

/// <summary>The demo partner's bot on a developer's machine.</summary>
public sealed class DemoBot : IAsyncDisposable
{
    internal BotHost Bot { get; } = BotHost.Start(settings: ("WebChat:TokensPerMinute", "1000"));

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}
