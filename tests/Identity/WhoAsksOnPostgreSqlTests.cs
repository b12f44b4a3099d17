using BillingBot.Tests.Host;
using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Identity;

[OnPostgreSql]
public sealed class WhoAsksOnPostgreSqlTests(SharedBot shared) : WhoAsksTests(shared);
