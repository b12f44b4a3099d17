using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Billing.Suspensions;

[OnPostgreSql]
public sealed class TwoPeopleOnPostgreSqlTests : TwoPeopleTests;
