using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Cli;

[OnPostgreSql]
public sealed class ArchiveCommandOnPostgreSqlTests : ArchiveCommandTests;
