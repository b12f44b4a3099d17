using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Channels.DirectLine;

[OnPostgreSql]
public sealed class RestartOnPostgreSqlTests : RestartTests;
