using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Mail;

[OnPostgreSql]
public sealed class MailWorkerOnPostgreSqlTests(MailWorkerTests.MailBot shared) : MailWorkerTests(shared);
