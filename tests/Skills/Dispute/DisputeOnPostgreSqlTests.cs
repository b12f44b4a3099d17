using BillingBot.Tests.Host;
using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Skills.Dispute;

[OnPostgreSql]
public sealed class DisputeOnPostgreSqlTests(SharedBot shared) : DisputeTests(shared);
