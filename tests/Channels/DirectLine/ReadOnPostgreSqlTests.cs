using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Channels.DirectLine;

[OnPostgreSql]
public sealed class ReadOnPostgreSqlTests(DirectLineBot shared) : ReadTests(shared);
