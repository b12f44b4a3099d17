using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Billing.Suspensions;

/// <summary>Suspension is never executed, approved or even requested by chat.</summary>
public sealed class ChatTests(SharedBot shared) : IClassFixture<SharedBot>
{
    [Theory]
    [InlineData("Suspend my subscription")]
    [InlineData("suspend contoso-sales now")]
    [InlineData("suspension request --subscription contoso-sales --reason x --by alice --yes")]
    [InlineData("suspension approve 1 --by bob --yes")]
    [InlineData("Please reactivate Dynamics 365 Sales Professional")]
    [InlineData("サブスクリプションを停止してください")]
    [InlineData("Dynamics 365 の契約を再開してください")]
    public async Task Asking_for_it_opens_no_request(string words)
    {
        var reply = await shared.Bot.Conversation("emulator", TestUser.Alex).CustomerSays(words);
        Assert.NotEmpty(reply.Text);
        Assert.Equal(0, await shared.Bot.ReadAsync(db => db.Suspensions.CountAsync(TestContext.Current.CancellationToken)));
    }
}
