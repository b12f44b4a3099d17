using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support.Routing;
using BillingBot.Routing;
using BillingBot.Tests.Support.Routing;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Support.Dispatch;

/// <summary>What a provider says of a case is believed when it is signed, once, and only about cases that were sent to it.</summary>
public sealed class CallbackTests : IDisposable
{
    private readonly RoutingScene _scene = RoutingScene.Start();
    private static CancellationToken Token => RoutingScene.Token;

    [Fact]
    public async Task It_stands_in_the_history_of_the_case_once()
    {
        var id = await SentAsync();
        Assert.Equal(HttpStatusCode.NoContent, await SayAsync(id, "InProgress", "We look at it <script>"));
        Assert.Equal(HttpStatusCode.NoContent, await SayAsync(id, "InProgress", "We look at it <script>"));
        Assert.Equal(HttpStatusCode.NoContent, await SayAsync(id, "Solved", "Done", message: "m2"));

        var lines = await _scene.HistoryAsync(id, CaseEventKind.Provider);
        Assert.Equal(["sent: Night & Co", "InProgress: We look at it <script>", "Solved: Done"], lines.Select(line => line.Text));
        Assert.Equal("Night & Co", lines[1].By);
        Assert.Equal(CaseStatus.Waiting, (await _scene.CaseAsync(id)).Status);
    }

    [Fact]
    public async Task What_it_says_while_it_takes_the_case_or_when_its_answer_was_lost_is_heard()
    {
        await _scene.AddProviderAsync();
        var id = await _scene.OpenAsync("night");
        Assert.Equal(HttpStatusCode.NotFound, await SayAsync(id, "Accepted", "too early"));

        _scene.Provider.Answer = () => throw new HttpRequestException(HttpRequestError.ConnectionError);
        await _scene.WorkAsync();

        Assert.Equal(HttpStatusCode.NoContent, await SayAsync(id, "Accepted", "we have it"));
    }

    [Fact]
    public async Task A_case_handed_back_is_told_to_staff()
    {
        var id = await SentAsync();
        await SayAsync(id, "HandedBack", "Not ours");
        Assert.Equal($"Night & Co hands case {id} back", Assert.Single(await _scene.TasksAsync(StaffTaskKind.ProviderDispatch)).Subject);
    }

    [Fact]
    public async Task Ten_of_one_message_at_once_are_one()
    {
        var id = await SentAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SayAsync(id, "Accepted", "ok")));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer));
        Assert.Equal(2, (await _scene.HistoryAsync(id, CaseEventKind.Provider)).Count);
    }

    [Fact]
    public async Task A_case_that_was_not_sent_to_it_is_not_found()
    {
        await SentAsync();
        var other = await _scene.OpenAsync();
        Assert.Equal(HttpStatusCode.NotFound, await SayAsync(other, "Solved", "x"));
        Assert.Equal(HttpStatusCode.NotFound, await SayAsync(999_999, "Solved", "x", message: "m3"));
        Assert.Empty(await _scene.HistoryAsync(other, CaseEventKind.Provider));
    }

    [Fact]
    public async Task Whoever_cannot_sign_learns_nothing()
    {
        var id = await SentAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(id, "Solved", "x", secret: WebhookSecret.Create()));
        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(id, "Solved", "x", provider: "nobody"));
        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(id, "Solved", "x", provider: "night-desk"));
        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(id, "Solved", "x", secondsAgo: 301));
        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(id, "Solved", "x", message: ""));
        Assert.Single(await _scene.HistoryAsync(id, CaseEventKind.Provider));
    }

    [Fact]
    public async Task A_provider_that_is_switched_off_is_not_believed()
    {
        var id = await SentAsync();
        await _scene.Service<DbWriter>().CommitAsync(
            (db, token) => db.SupportProviders.ExecuteUpdateAsync(row => row.SetProperty(known => known.Enabled, false), token), Token);
        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(id, "Solved", "x"));
    }

    [Fact]
    public async Task The_number_is_signed_too()
    {
        var id = await SentAsync();
        var second = await SentAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(second, Body(id, "Solved", "x")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"caseNumber\":\"one\"}")]
    [InlineData("{\"state\":\"Solved\"}")]
    [InlineData("{\"caseNumber\":1001,\"state\":\"Exploded\"}")]
    [InlineData("{\"caseNumber\":1001,\"state\":17}")]
    public async Task What_cannot_be_read_says_how_it_is_written(string body)
    {
        var id = await SentAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(id, Encoding.UTF8.GetBytes(body)));
        Assert.Single(await _scene.HistoryAsync(id, CaseEventKind.Provider));
    }

    [Fact]
    public async Task Too_much_is_refused_and_a_long_text_is_cut()
    {
        var id = await SentAsync();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(id, new byte[(64 * 1024) + 1]));
        Assert.Equal(HttpStatusCode.NoContent, await SayAsync(id, "InProgress", new string('x', 10_000)));
        Assert.Equal("InProgress: ".Length + 4_000, (await _scene.HistoryAsync(id, CaseEventKind.Provider))[1].Text!.Length);
    }

    public void Dispose() => _scene.Dispose();

    private async Task<long> SentAsync()
    {
        if ((await _scene.TableAsync()).Provider("night") is null)
        {
            await _scene.AddProviderAsync();
        }

        var id = await _scene.OpenAsync("night");
        await _scene.WorkAsync();
        return id;
    }

    private static byte[] Body(long id, string state, string text) =>
        Encoding.UTF8.GetBytes(new JsonObject { ["caseNumber"] = id, ["state"] = state, ["text"] = text }.ToJsonString());

    private Task<HttpStatusCode> SayAsync(
        long id, string state, string text, string message = "m1", string secret = RoutingScene.Secret, string provider = "night", int secondsAgo = 0) =>
        PostAsync(id, Body(id, state, text), message, secret, provider, secondsAgo);

    private async Task<HttpStatusCode> PostAsync(
        long id, byte[] body, string message = "m1", string secret = RoutingScene.Secret, string provider = "night", int secondsAgo = 0)
    {
        var timestamp = _scene.Now.ToUnixTimeSeconds() - secondsAgo;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/providers/{provider}/cases/{id}") { Content = new ByteArrayContent(body) };
        request.Headers.Add(WebhookSignature.IdHeader, message);
        request.Headers.Add(WebhookSignature.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Sign(WebhookSecret.Read(secret)!, message, timestamp, body));
        using var client = _scene.Bot.Client();
        using var response = await client.SendAsync(request, Token);
        return response.StatusCode;
    }
}
