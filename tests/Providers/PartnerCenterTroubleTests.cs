using BillingBot.Providers;

namespace BillingBot.Tests.Providers;

/// <summary>Outages, throttling, refusals and answers that are none.</summary>
public sealed class PartnerCenterTroubleTests : IAsyncLifetime
{
    private ProviderHost _host = null!;

    private FakePartnerCenter PartnerCenter => _host.PartnerCenter;

    public async ValueTask InitializeAsync() => _host = await ProviderHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("17", 17, 17)]
    [InlineData(null, 0.75, 1.25)]
    [InlineData("soon", 0.75, 1.25)]
    public async Task Throttling_is_waited_out_as_long_as_asked(string? retryAfter, double shortest, double longest)
    {
        PartnerCenter.AnswersFirst(PartnerCenter.Documented, Answers.Throttled(retryAfter));

        Assert.IsType<ProviderResult.Done>(await _host.SuspendAsync());

        var patches = PartnerCenter.Patches;
        Assert.Equal(2, patches.Count);
        Assert.InRange((patches[1].At - patches[0].At).TotalSeconds, shortest, longest);
        Assert.Equal(patches[0].Headers["MS-RequestId"], patches[1].Headers["MS-RequestId"]);
        Assert.NotEqual(patches[0].Headers["MS-CorrelationId"], patches[1].Headers["MS-CorrelationId"]);
    }

    [Fact]
    public async Task Throttling_that_takes_too_long_is_handed_back()
    {
        PartnerCenter.AnswersFirst(Answers.Throttled("600"));

        Assert.Equal(new ProviderResult.Unavailable(TimeSpan.FromMinutes(10)), await _host.SuspendAsync());
        Assert.Single(PartnerCenter.Calls);
    }

    [Fact]
    public async Task An_outage_is_tried_again_with_growing_waits()
    {
        PartnerCenter.AnswersFirst(Answers.Html(500), Answers.Html(503), Answers.Error(504, "0", "timeout"));

        Assert.IsType<ProviderResult.Done>(await _host.SuspendAsync());

        var reads = PartnerCenter.Calls.Take(4).ToList();
        Assert.Single(reads.Select(call => call.Headers["MS-RequestId"]).Distinct(StringComparer.Ordinal));
        Assert.InRange((reads[3].At - reads[2].At).TotalSeconds, 3, 5);
    }

    [Fact]
    public async Task An_outage_that_lasts_is_unavailable_after_four_tries()
    {
        PartnerCenter.AnswersFirst([.. Enumerable.Repeat(Answers.Html(502), 10)]);

        Assert.Equal(new ProviderResult.Unavailable(null), await _host.SuspendAsync());
        Assert.Equal(4, PartnerCenter.Calls.Count);
    }

    [Fact]
    public async Task A_change_whose_answer_was_lost_is_not_made_twice()
    {
        PartnerCenter.AnswersFirst(PartnerCenter.Documented, context =>
        {
            PartnerCenter.ChangeSilently();
            return Answers.Hangup(context);
        });

        Assert.IsType<ProviderResult.Done>(await _host.SuspendAsync());
        Assert.Equal("suspended", PartnerCenter.Status);
        Assert.Equal(1, PartnerCenter.Changes);
        Assert.Single(PartnerCenter.Patches.Select(patch => patch.Headers["MS-RequestId"]).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Thirty_seconds_of_silence_are_tried_again()
    {
        PartnerCenter.AnswersFirst(context =>
        {
            _host.Clock.Advance(TimeSpan.FromSeconds(30));
            return Answers.Silence(context);
        });

        Assert.IsType<ProviderResult.Done>(await _host.SuspendAsync());

        Assert.InRange((PartnerCenter.Calls[1].At - PartnerCenter.Calls[0].At).TotalSeconds, 30, 32);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"id\":")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"active\"")]
    [InlineData("<html>signed out</html>")]
    [InlineData("""{"id":"1","status":"active","Status":"suspended"}""")]
    public async Task An_answer_that_is_no_resource_is_unavailable_and_nothing_is_changed(string body)
    {
        PartnerCenter.AnswersFirst([.. Enumerable.Repeat(Answers.Text(200, body), 10)]);

        Assert.Equal(new ProviderResult.Unavailable(null), await _host.SuspendAsync());
        Assert.Empty(PartnerCenter.Patches);
    }

    [Theory]
    [InlineData("""{"id":"1"}""")]
    [InlineData("""{"status":"active","attributes":{"etag":"1"}}""")]
    [InlineData("""{"id":{"a":1},"status":7}""")]
    public async Task A_resource_that_is_no_subscription_is_not_changed(string body)
    {
        PartnerCenter.AnswersFirst(Answers.Text(200, body));

        Assert.Equal(new ProviderResult.Unavailable(null), await _host.SuspendAsync());
        Assert.Empty(PartnerCenter.Patches);
    }

    [Fact]
    public async Task A_subscription_without_a_version_is_not_changed()
    {
        PartnerCenter.AnswersFirst(Answers.Text(200, """{"id":"1","status":"active","attributes":{"etag":null}}"""));

        Assert.Equal("NoETag", Assert.IsType<ProviderResult.Refused>(await _host.SuspendAsync()).Code);
        Assert.Empty(PartnerCenter.Patches);
    }

    [Theory]
    [InlineData(403, """{"code":20002,"description":"The partner has no commerce relationship.","data":[],"source":"PartnerFD"}""", "20002", "reseller relationship")]
    [InlineData(404, """{"code":"20003","description":"Subscription was not found.","data":[],"source":"PartnerFD"}""", "20003", "no such subscription")]
    [InlineData(400, """{"code":"2011","description":"Subscription with status Deleted cannot be updated."}""", "2011", "cannot be updated")]
    [InlineData(403, "<html>Forbidden</html>", "HTTP 403", "reseller relationship")]
    [InlineData(400, """{"code":{"a":1},"description":["x"]}""", "HTTP 400", "refused")]
    [InlineData(302, "", "HTTP 302", "refused")]
    [InlineData(501, "", "HTTP 501", "refused")]
    public async Task A_refusal_is_final_and_says_what_to_mend(int status, string body, string code, string says)
    {
        PartnerCenter.AnswersFirst(PartnerCenter.Documented, Answers.Text(status, body));

        var refused = Assert.IsType<ProviderResult.Refused>(await _host.SuspendAsync());

        Assert.Equal(code, refused.Code);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.Contains(Assert.Single(PartnerCenter.Patches).Headers["MS-CorrelationId"], refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_description_is_cut_and_holds_no_line_breaks()
    {
        PartnerCenter.AnswersFirst(Answers.Error(400, "1\n2", new string('x', 50_000) + "\r\nlog line"));

        var refused = Assert.IsType<ProviderResult.Refused>(await _host.SuspendAsync());

        Assert.Equal("12", refused.Code);
        Assert.InRange(refused.Message.Length, 1024, 2000);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public async Task Who_gives_up_gets_the_cancellation()
    {
        using var cancel = new CancellationTokenSource();
        PartnerCenter.AnswersFirst(async context =>
        {
            await cancel.CancelAsync();
            await Answers.Silence(context);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _host.Provider.SuspendAsync(FakePartnerCenter.Customer, FakePartnerCenter.SubscriptionId, cancel.Token));
    }

    [Fact]
    public async Task Finding_tells_nothing_when_there_is_nothing_to_tell()
    {
        PartnerCenter.AnswersFirst(Answers.Error(404, "20003", "Subscription was not found."), Answers.Throttled("600"));

        Assert.Null(await _host.FindAsync());
        Assert.Null(await _host.FindAsync());
        Assert.Contains("answered 404", _host.Log.All, StringComparison.Ordinal);
        Assert.Contains("answered 429", _host.Log.All, StringComparison.Ordinal);
    }
}
