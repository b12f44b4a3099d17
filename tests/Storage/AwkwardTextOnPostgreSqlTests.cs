using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Storage;

[OnPostgreSql]
public sealed class AwkwardTextOnPostgreSqlTests : AwkwardTextTests;
