using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Cases;

[OnPostgreSql]
public sealed class TakeoverRightsOnPostgreSqlTests : TakeoverRightsTests;
