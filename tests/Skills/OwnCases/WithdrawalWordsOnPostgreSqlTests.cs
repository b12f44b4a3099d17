using BillingBot.Tests.Host;
using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Skills.OwnCases;

[OnPostgreSql]
public sealed class WithdrawalWordsOnPostgreSqlTests(SharedBot shared) : WithdrawalWordsTests(shared);
