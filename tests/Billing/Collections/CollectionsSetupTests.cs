using BillingBot.Knowledge.Billing.Collections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BillingBot.Tests.Billing.Collections;

public sealed class CollectionsSetupTests
{
    [Fact]
    public void Nothing_is_published_by_default()
    {
        using var services = Services(null);
        Assert.Same(CollectionsPolicy.Nothing, services.GetRequiredService<CollectionsPolicy>());
        Assert.False(CollectionsPolicy.Nothing.IsPublished);
    }

    [Fact]
    public void The_demonstration_ships_with_the_program()
    {
        using var services = Services("Content/demo/collections.yaml");
        services.GetRequiredService<IStartupValidator>().Validate();
        Assert.True(services.GetRequiredService<CollectionsPolicy>().IsPublished);
    }

    [Fact]
    public void A_missing_file_stops_the_start_and_names_the_key()
    {
        using var services = Services("nowhere.yaml");
        var problem = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);
        Assert.Contains("Collections:PolicyFile", problem.Message, StringComparison.Ordinal);
        Assert.Contains("nowhere.yaml", problem.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(string? policyFile) => new ServiceCollection()
        .AddCollectionsPolicy(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Collections:PolicyFile", policyFile)]).Build())
        .BuildServiceProvider();
}
