using System.Net;
using BillingBot.Cases;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support.Dispatch;
using BillingBot.Knowledge.Support.Routing;
using BillingBot.Routing;
using BillingBot.Tests.Support.Routing;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Support.Dispatch;

/// <summary>A case that is routed to a support provider reaches it once, or staff hear that it did not.</summary>
public class DispatchTests
{
    private static CancellationToken Token => RoutingScene.Token;

    [Fact]
    public async Task The_webhook_gets_the_case_signed()
    {
        using var scene = RoutingScene.Start(settings: ("Dispatch:ConsoleUrl", "https://support.example.com/"));
        await scene.AddProviderAsync();
        var id = await scene.OpenAsync("night", summary: "Teams is down \ud83d\ude31 <b>now</b>");
        await scene.WorkAsync();
        await scene.WorkAsync();

        var post = Assert.Single(scene.Provider.Posts);
        Assert.Equal("https://desk.example/cases", post.Address.ToString());
        Assert.True(WebhookSignature.IsGood(WebhookSecret.Read(RoutingScene.Secret)!, post.Id, post.Timestamp, post.Signature, post.Body, scene.Now));
        Assert.Equal(id, (long)post.Json["caseNumber"]!);
        Assert.Equal(
            ["Technical", "Azure", "Normal", "en", "Contoso Ltd", "Teams is down \ud83d\ude31 <b>now</b>", $"https://support.example.com/staff/cases/{id}"],
            new[] { "classification", "product", "urgency", "language", "customerName", "summary", "transcriptUrl" }.Select(key => (string?)post.Json[key]));
        Assert.Equal("sent: Night & Co", Assert.Single(await scene.HistoryAsync(id, CaseEventKind.Provider)).Text);
        Assert.DoesNotContain(scene.Bot.Logs.Lines, line => line.Contains(RoutingScene.Secret, StringComparison.Ordinal) || line.Contains("Teams is down", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_case_that_was_closed_before_the_provider_could_be_reached_is_not_sent_any_more()
    {
        using var scene = RoutingScene.Start();
        await scene.AddProviderAsync();
        var id = await scene.OpenAsync("night");
        scene.Provider.Answer = () => HttpStatusCode.ServiceUnavailable;
        await scene.WorkAsync();
        await scene.Service<CaseDesk>().ClaimAsync(RoutingScene.Aki, id, Token);
        Assert.IsType<CaseOutcome.Done>(await scene.Service<CaseDesk>().ResolveAsync(RoutingScene.Aki, id, Resolution.Solved, null, Token));

        scene.Provider.Answer = () => HttpStatusCode.OK;
        await AfterAsync(scene, 21);

        Assert.Single(scene.Provider.Posts);
        var dispatch = await scene.Bot.ReadAsync(db => db.ProviderDispatches.SingleAsync(Token));
        Assert.Equal((true, false), (dispatch.DeadAt is not null, dispatch.SentAt is not null));
        Assert.Empty(await scene.TasksAsync(StaffTaskKind.ProviderDispatch));
    }

    [Fact]
    public async Task What_was_put_off_by_a_clock_that_was_a_year_ahead_does_not_wait_for_a_year()
    {
        using var scene = RoutingScene.Start();
        await scene.AddProviderAsync();
        await scene.OpenAsync("night");
        var far = scene.Now + NodaTime.Duration.FromDays(365);
        await scene.Bot.ReadAsync(db => db.ProviderDispatches.ExecuteUpdateAsync(row => row.SetProperty(known => known.NextAttemptAt, (NodaTime.Instant?)far), Token));
        await scene.WorkAsync();
        Assert.Single(scene.Provider.Posts);
    }

    [Fact]
    public async Task A_provider_that_is_away_is_asked_again_later_under_the_same_id_with_a_signature_of_its_own()
    {
        using var scene = RoutingScene.Start();
        await scene.AddProviderAsync();
        await scene.OpenAsync("night");
        var answers = new Queue<Func<HttpStatusCode>>([() => throw new HttpRequestException("no route"), () => HttpStatusCode.ServiceUnavailable, () => HttpStatusCode.Accepted]);
        scene.Provider.Answer = () => answers.Dequeue()();

        await scene.WorkAsync();
        await scene.WorkAsync();
        Assert.Single(scene.Provider.Posts);
        await AfterAsync(scene, 21);
        await AfterAsync(scene, 21);
        Assert.Equal(2, scene.Provider.Posts.Count);
        await AfterAsync(scene, 41);

        Assert.Equal(3, scene.Provider.Posts.Count);
        Assert.Single(scene.Provider.Posts.Select(post => post.Id).Distinct());
        Assert.Equal(3, scene.Provider.Posts.Select(post => post.Signature).Distinct().Count());
        Assert.NotNull((await scene.Bot.ReadAsync(db => db.ProviderDispatches.SingleAsync(Token))).SentAt);
        Assert.Empty(await scene.TasksAsync(StaffTaskKind.ProviderDispatch));
    }

    [Fact]
    public async Task A_provider_that_never_answers_is_given_up_and_staff_hear_of_it_once()
    {
        using var scene = RoutingScene.Start(settings: ("Dispatch:MaximumAttempts", "3"));
        await scene.AddProviderAsync();
        var id = await scene.OpenAsync("night");
        scene.Provider.Answer = () => HttpStatusCode.InternalServerError;
        for (var round = 0; round < 6; round++)
        {
            await AfterAsync(scene, 7_200);
        }

        Assert.Equal(3, scene.Provider.Posts.Count);
        var task = Assert.Single(await scene.TasksAsync(StaffTaskKind.ProviderDispatch));
        Assert.Equal($"Case {id} did not reach Night & Co", task.Subject);
        Assert.Equal("technical", (await scene.CaseAsync(id)).Queue);
        Assert.StartsWith("failed: Night & Co: The provider answered 500.", Assert.Single(await scene.HistoryAsync(id, CaseEventKind.Provider)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Gone)]
    [InlineData(HttpStatusCode.Redirect)]
    public async Task A_refusal_is_not_repeated(HttpStatusCode status)
    {
        using var scene = RoutingScene.Start();
        await scene.AddProviderAsync();
        await scene.OpenAsync("night");
        scene.Provider.Answer = () => status;
        await AfterAsync(scene, 0);
        await AfterAsync(scene, 7_200);

        Assert.Single(scene.Provider.Posts);
        Assert.Single(await scene.TasksAsync(StaffTaskKind.ProviderDispatch));
    }

    [Fact]
    public async Task Without_a_webhook_the_case_goes_by_mail_in_a_language_that_the_provider_works_in()
    {
        using var scene = RoutingScene.Start();
        await scene.AddProviderAsync("mailed", webhook: null, mail: "desk@litware.example");
        var id = await scene.OpenAsync("mailed", customer: null);
        await scene.WorkAsync();
        await scene.WorkAsync();

        var mail = Assert.Single(await scene.Bot.ReadAsync(db => db.Mails.ToListAsync(Token)));
        Assert.Equal(("desk@litware.example", $"Case {id}: Technical, urgency Normal", "en"), (mail.To, mail.Subject, mail.Language));
        Assert.Contains("Teams is down", mail.Body, StringComparison.Ordinal);
        Assert.Contains("a guest, not identified", mail.Body, StringComparison.Ordinal);
        Assert.Empty(scene.Provider.Posts);
    }

    [Fact]
    public async Task A_case_routed_twice_to_one_provider_goes_once()
    {
        using var scene = RoutingScene.Start();
        await scene.AddProviderAsync();
        var id = await scene.OpenAsync("night");
        await scene.Service<DbWriter>().CommitAsync(
            async (db, token) =>
            {
                var known = await db.Cases.AsTracking().SingleAsync(known => known.Id == id, token);
                await scene.Service<CaseRouting>().ApplyAsync(db, known, RoutingRecord.FromJson(known.Routing)!, scene.Now, token);
                return await db.SaveChangesAsync(token);
            },
            Token);
        await scene.WorkAsync();
        Assert.Single(scene.Provider.Posts);
    }

    [Fact]
    public async Task A_provider_that_was_deleted_meanwhile_is_told_to_staff()
    {
        using var scene = RoutingScene.Start();
        var provider = await scene.AddProviderAsync();
        await scene.OpenAsync("night");
        await scene.Service<Knowledge.Support.Routing.Editing.RoutingSettingsDesk>().DeleteProviderAsync(RoutingScene.Lena, provider.Id, 0, Token);
        await scene.WorkAsync();
        Assert.Contains("not entered any more", Assert.Single(await scene.TasksAsync(StaffTaskKind.ProviderDispatch)).Detail, StringComparison.Ordinal);
    }

    private static Task AfterAsync(RoutingScene scene, int seconds)
    {
        scene.Bot.Clock.Advance(TimeSpan.FromSeconds(seconds));
        return scene.WorkAsync();
    }
}
