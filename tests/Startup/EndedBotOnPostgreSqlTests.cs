using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Startup;

[OnPostgreSql]
public sealed class EndedBotOnPostgreSqlTests : EndedBotTests;
