using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Canned;

[OnPostgreSql]
public sealed class CannedRepliesOnPostgreSqlTests : CannedRepliesTests;
