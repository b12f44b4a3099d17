using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Channels;

[OnPostgreSql]
public sealed class SlowCommitOnPostgreSqlTests : SlowCommitTests;
