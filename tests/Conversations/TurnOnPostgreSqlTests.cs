using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Conversations;

[OnPostgreSql]
public sealed class TurnOnPostgreSqlTests : TurnTests;
