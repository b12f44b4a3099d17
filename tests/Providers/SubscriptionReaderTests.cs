using System.Text.Json;
using System.Text.Json.Nodes;
using BillingBot.Knowledge.Articles;
using BillingBot.Providers;
using BillingBot.Providers.PartnerCenter;
using NodaTime;

namespace BillingBot.Tests.Providers;

public sealed class SubscriptionReaderTests
{
    private static readonly JsonSerializerOptions AnyCase = new() { PropertyNameCaseInsensitive = true };

    [Fact]
    public async Task What_Partner_Center_tells_is_read()
    {
        await using var host = await ProviderHost.StartAsync();

        Assert.Equal(
            new ProviderSubscription
            {
                Id = FakePartnerCenter.SubscriptionId,
                Status = "active",
                Name = "Contoso 東京 ☁",
                Quantity = 25,
                BillingCycle = "monthly",
                CommitmentEnd = Instant.FromUtc(2027, 1, 13, 0, 0),
                AutoRenew = true,
                Era = PlatformEra.NewCommerce,
                ETag = host.PartnerCenter.ETag,
            },
            await host.FindAsync());
    }

    [Fact]
    public void A_legacy_subscription_with_capital_names_is_read() => Assert.Equal(
        new ProviderSubscription
        {
            Id = FakePartnerCenter.SubscriptionId,
            Status = "suspended",
            Name = "Office 365 Business Essentials",
            Quantity = 2,
            CommitmentEnd = Instant.FromUtc(2016, 12, 12, 8, 0),
            AutoRenew = false,
            Era = PlatformEra.Legacy,
            ETag = "W/\"1\"",
        },
        Read(DocumentedSubscription.Legacy().ToJsonString()));

    [Theory]
    [InlineData(""" "productType":{"id":"OnlineServicesNCE"} """, PlatformEra.NewCommerce)]
    [InlineData(""" "offerId":"CFQ7TTC0LH18:0001:CFQ7TTC0K971" """, PlatformEra.NewCommerce)]
    [InlineData(""" "offerId":"031C9E47-4802-4248-838E-778FB1D2CC05" """, PlatformEra.Legacy)]
    [InlineData(""" "offerId":"MS-AZR-0145P" """, PlatformEra.Any)]
    [InlineData(""" "offerId":7, "productType":[] """, PlatformEra.Any)]
    public void The_platform_is_told_only_when_it_shows(string property, PlatformEra era) =>
        Assert.Equal(era, Read($$"""{"id":"1","status":"active",{{property}}}""")!.Era);

    [Fact]
    public void Properties_of_an_unexpected_kind_are_not_told() => Assert.Equal(
        new ProviderSubscription { Id = "1", Status = "active" },
        Read("""{"id":"1","status":"active","quantity":"many","autoRenewEnabled":"yes","commitmentEndDate":"soon","attributes":[]}"""));

    private static ProviderSubscription? Read(string json) =>
        SubscriptionReader.Read(JsonSerializer.Deserialize<JsonNode>(json, AnyCase)!.AsObject());
}
