using BillingBot.Knowledge.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BillingBot.Tests.Support;

public sealed class SupportSetupTests
{
    [Fact]
    public void Nothing_is_published_by_default()
    {
        using var services = Services(null);
        Assert.Same(PublishedOffer.Nothing, services.GetRequiredService<PublishedOffer>());
    }

    [Fact]
    public void The_demonstration_ships_with_the_program()
    {
        using var services = Services("Content/demo/offer.yaml");
        services.GetRequiredService<IStartupValidator>().Validate();
        Assert.NotNull(services.GetRequiredService<PublishedOffer>().Plan("plus"));
    }

    [Fact]
    public void A_missing_file_stops_the_start_and_names_the_key()
    {
        using var services = Services("nowhere.yaml");
        var problem = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);
        Assert.Contains("Support:OfferFile", problem.Message, StringComparison.Ordinal);
        Assert.Contains("nowhere.yaml", problem.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(string? offerFile) => new ServiceCollection()
        .AddSupportOffer(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Support:OfferFile", offerFile)]).Build())
        .BuildServiceProvider();
}
