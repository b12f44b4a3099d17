using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Channels.Delivery;

[OnPostgreSql]
public sealed class OutageOnPostgreSqlTests : OutageTests;
