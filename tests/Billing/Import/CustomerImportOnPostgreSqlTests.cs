using BillingBot.Tests.Host;
using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Billing.Import;

[OnPostgreSql]
public sealed class CustomerImportOnPostgreSqlTests(SharedBotWithoutArticles shared) : CustomerImportTests(shared);
