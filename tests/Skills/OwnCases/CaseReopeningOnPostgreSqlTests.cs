using BillingBot.Tests.Host;
using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Skills.OwnCases;

[OnPostgreSql]
public sealed class CaseReopeningOnPostgreSqlTests(SharedBot shared) : CaseReopeningTests(shared);
