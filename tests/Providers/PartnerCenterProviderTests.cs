using BillingBot.Providers;

namespace BillingBot.Tests.Providers;

/// <summary>Suspending and reactivating through Partner Center, over HTTP.</summary>
public sealed class PartnerCenterProviderTests : IAsyncLifetime
{
    private ProviderHost _host = null!;

    private FakePartnerCenter PartnerCenter => _host.PartnerCenter;

    public async ValueTask InitializeAsync() => _host = await ProviderHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task An_active_subscription_is_suspended_and_later_reactivated()
    {
        Is("suspended", await _host.SuspendAsync());
        Assert.Equal("suspended", PartnerCenter.Status);

        Is("active", await _host.ReactivateAsync());
        Assert.Equal("active", PartnerCenter.Status);
    }

    [Fact]
    public async Task The_change_is_sent_as_documented()
    {
        var etag = PartnerCenter.ETag;

        await _host.SuspendAsync();

        var patch = Assert.Single(PartnerCenter.Patches);
        Assert.Equal(FakePartnerCenter.Path, patch.Path);
        Assert.Equal(etag, patch.Headers["If-Match"]);
        Assert.Equal(etag, (string?)patch.Json["attributes"]!["etag"]);
        Assert.Equal("suspended", (string?)patch.Json["status"]);
        Assert.Equal(25, (int?)patch.Json["quantity"]);
        Assert.Equal("Contoso 東京 ☁", (string?)patch.Json["friendlyName"]);
        Assert.Equal("Bearer access-1", patch.Headers["Authorization"]);
        Assert.Equal("application/json", patch.Headers["Accept"]);
        Assert.Equal("v1", patch.Headers["MS-Contract-Version"]);
        Assert.Equal("en-US", patch.Headers["X-Locale"]);
        Assert.Equal(2, PartnerCenter.Calls.Select(call => Guid.Parse(call.Headers["MS-RequestId"])).Distinct().Count());
        Assert.Equal(2, PartnerCenter.Calls.Select(call => Guid.Parse(call.Headers["MS-CorrelationId"])).Distinct().Count());
    }

    [Fact]
    public async Task What_is_suspended_already_is_done_without_a_change()
    {
        PartnerCenter.ChangedByOthers("suspended");

        Assert.Equal(new ProviderResult.Done("suspended", PartnerCenter.ETag), await _host.SuspendAsync());
        Assert.Empty(PartnerCenter.Patches);
    }

    [Theory]
    [InlineData(412, "2055")]
    [InlineData(409, "9999")]
    [InlineData(400, "2055")]
    public async Task A_change_in_between_is_read_and_the_suspension_tried_once_more(int status, string code)
    {
        PartnerCenter.AnswersFirst(PartnerCenter.Documented, async context =>
        {
            PartnerCenter.ChangedByOthers();
            await Answers.Error(status, code, "ETag is no longer valid.")(context);
        });

        Is("suspended", await _host.SuspendAsync());
        Assert.Equal(2, PartnerCenter.Patches.Select(patch => patch.Headers["If-Match"]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(2, PartnerCenter.Patches.Select(patch => patch.Headers["MS-RequestId"]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_stale_etag_is_refused_by_the_server_itself_and_overcome()
    {
        PartnerCenter.AnswersFirst(async context =>
        {
            await PartnerCenter.Documented(context);
            PartnerCenter.ChangedByOthers();
        });

        Assert.IsType<ProviderResult.Done>(await _host.SuspendAsync());
        Assert.Equal(2, PartnerCenter.Patches.Count);
    }

    [Fact]
    public async Task A_colleague_who_suspended_it_first_makes_it_done()
    {
        PartnerCenter.AnswersFirst(async context =>
        {
            await PartnerCenter.Documented(context);
            PartnerCenter.ChangedByOthers("suspended");
        });

        Is("suspended", await _host.SuspendAsync());
        Assert.Single(PartnerCenter.Patches);
    }

    [Fact]
    public async Task A_subscription_that_keeps_changing_is_a_conflict_with_its_status()
    {
        PartnerCenter.AnswersFirst(
            PartnerCenter.Documented, Answers.Error(412, "2055", "stale"), PartnerCenter.Documented, Answers.Error(412, "2055", "stale"));

        Assert.Equal(new ProviderResult.Conflict("active"), await _host.SuspendAsync());
        Assert.Equal(2, PartnerCenter.Patches.Count);
    }

    [Fact]
    public async Task A_change_that_is_taken_but_does_not_show_is_not_called_done()
    {
        PartnerCenter.AnswersFirst(
            PartnerCenter.Documented, PartnerCenter.Documented, PartnerCenter.Documented, PartnerCenter.Documented);
        PartnerCenter.IgnoresChanges = true;

        Assert.Equal(new ProviderResult.Conflict("active"), await _host.SuspendAsync());
    }

    [Theory]
    [InlineData("not-a-guid", FakePartnerCenter.SubscriptionId)]
    [InlineData(FakePartnerCenter.Customer, "../../other/subscriptions/1")]
    [InlineData("", "")]
    [InlineData("🙂", "=cmd|' /C calc'!A0")]
    public async Task Ids_that_could_lead_elsewhere_reach_nobody(string customer, string subscription)
    {
        var cancel = TestContext.Current.CancellationToken;

        Assert.Equal("InvalidId", Assert.IsType<ProviderResult.Refused>(await _host.Provider.SuspendAsync(customer, subscription, cancel)).Code);
        Assert.Null(await _host.Provider.FindAsync(customer, subscription, cancel));
        Assert.Empty(PartnerCenter.Logins);
    }

    private void Is(string status, ProviderResult result) => Assert.Equal(new ProviderResult.Done(status, PartnerCenter.ETag), result);
}
