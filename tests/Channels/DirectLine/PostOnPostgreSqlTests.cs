using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Channels.DirectLine;

[OnPostgreSql]
public sealed class PostOnPostgreSqlTests(DirectLineBot shared) : PostTests(shared);
