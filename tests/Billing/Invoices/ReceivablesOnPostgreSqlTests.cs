using BillingBot.Tests.Host;
using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Billing.Invoices;

[OnPostgreSql]
public sealed class ReceivablesOnPostgreSqlTests(SharedBotWithoutArticles shared) : ReceivablesTests(shared);
