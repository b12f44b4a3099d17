using BillingBot.Tests.Host;

namespace BillingBot.Tests.WebChat;

/// <summary>The demo partner's bot as customers meet it.</summary>
public sealed class ProductionBot : IAsyncDisposable
{
    internal BotHost Bot { get; } = BotHost.Start(
        environment: "Production",
        settings: [("Support:OfferFile", "Content/demo/offer.yaml"), ("WebChat:TokensPerMinute", "1000")]);

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}
