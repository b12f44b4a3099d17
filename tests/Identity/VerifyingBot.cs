using BillingBot.Tests.Host;

namespace BillingBot.Tests.Identity;

/// <summary>One running bot for the tests of a class, which ask for more codes for the same address than a customer may.</summary>
public sealed class VerifyingBot : IDisposable
{
    internal BotHost Bot { get; } = BotHost.Start(
        settings: [("Verification:CodesPerAddress", "100"), ("Verification:CodesPerHour", "1000")]);

    public void Dispose() => Bot.Dispose();
}
