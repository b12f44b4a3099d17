using BillingBot.Tests.Host;
using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Skills.OwnCases;

[OnPostgreSql]
public sealed class CaseRatingOnPostgreSqlTests(SharedBot shared) : CaseRatingTests(shared);
