using BillingBot.Tests.Host;
using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Channels.DirectLine;

/// <summary>One bot on each database for the tests of a class; each test has conversations of its own.</summary>
public sealed class DirectLineBot : IDisposable
{
    public const string Secret = "a-secret-that-only-these-tests-know-0123456789";

    private readonly Lazy<BotHost> _onSqlite = new(Start);
    private readonly Lazy<BotHost> _onPostgreSql = new(Start);

    internal BotHost Bot => (OnPostgreSqlAttribute.IsAsked ? _onPostgreSql : _onSqlite).Value;

    public void Dispose()
    {
        foreach (var bot in new[] { _onSqlite, _onPostgreSql }.Where(bot => bot.IsValueCreated))
        {
            bot.Value.Dispose();
        }
    }

    private static BotHost Start() => BotHost.Start(settings: ("DirectLine:Secret", Secret));
}
