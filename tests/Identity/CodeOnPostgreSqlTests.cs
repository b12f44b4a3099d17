using BillingBot.Tests.Host;
using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Identity;

[OnPostgreSql]
public sealed class CodeOnPostgreSqlTests(SharedBot shared) : CodeTests(shared);
