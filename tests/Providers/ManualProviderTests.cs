using BillingBot.Providers;
using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Providers;

public sealed class ManualProviderTests
{
    private const string Customer = FakePartnerCenter.Customer;
    private const string Subscription = FakePartnerCenter.SubscriptionId;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Unless_configured_otherwise_the_bot_tells_staff_what_to_do_and_does_nothing()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var provider = bot.Services.GetRequiredService<ISubscriptionProvider>();

        var suspend = Assert.IsType<ProviderResult.NeedsHand>(await provider.SuspendAsync(Customer, Subscription, Cancel));
        var reactivate = Assert.IsType<ProviderResult.NeedsHand>(await provider.ReactivateAsync(Customer, Subscription, Cancel));

        Assert.All([suspend.Instruction, reactivate.Instruction], instruction =>
        {
            Assert.Contains(Customer, instruction, StringComparison.Ordinal);
            Assert.Contains(Subscription, instruction, StringComparison.Ordinal);
            Assert.Contains("select Submit", instruction, StringComparison.Ordinal);
        });
        Assert.Contains("choose Suspended", suspend.Instruction, StringComparison.Ordinal);
        Assert.Contains("choose Active", reactivate.Instruction, StringComparison.Ordinal);
        Assert.Null(await provider.FindAsync(Customer, Subscription, Cancel));
    }
}
