using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Support.Dispatch;

[OnPostgreSql]
public sealed class DispatchOnPostgreSqlTests : DispatchTests;
