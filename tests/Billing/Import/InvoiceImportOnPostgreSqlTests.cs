using BillingBot.Tests.Host;
using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Billing.Import;

[OnPostgreSql]
public sealed class InvoiceImportOnPostgreSqlTests(SharedBotWithoutArticles shared) : InvoiceImportTests(shared);
