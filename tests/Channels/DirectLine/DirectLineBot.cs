using BillingBot.Tests.Host;

namespace BillingBot.Tests.Channels.DirectLine;

/// <summary>One bot for the tests of a class; each test has conversations of its own.</summary>
public sealed class DirectLineBot : IDisposable
{
    public const string Secret = "a-secret-that-only-these-tests-know-0123456789";

    internal BotHost Bot { get; } = BotHost.Start(settings: ("DirectLine:Secret", Secret));

    public void Dispose() => Bot.Dispose();
}
