using System.Net;
using BillingBot.Cases;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using BillingBot.Tests.Channels.DirectLine;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BillingBot.Tests.Cases;

/// <summary>The answer reaches the customer in the chat or, if the chat is gone, by e-mail: once.</summary>
public class AnswerMailTests
{
    private static readonly Duration Later = Duration.FromMinutes(11);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_that_Teams_does_not_take_go_by_e_mail_once_and_staff_see_it()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot, bot.Conversation(user: TestUser.Alex), opened => CaseStage.Of(opened, "contoso", "contoso-alex"));
        await stage.ClaimAsync();
        await bot.WhenIdleAsync();
        bot.Channel.Answer = _ => new HttpResponseMessage(HttpStatusCode.NotFound);
        await stage.SayAsync("Your credit note is *on its way*.\nRegards");
        await bot.WhenIdleAsync();
        await stage.PassAsync(Duration.FromSeconds(20));
        await stage.PassAsync(Later);

        var mail = Assert.Single(await bot.ReadAsync(db => db.Mails.Where(mail => mail.Subject.Contains("answer")).ToListAsync(Ct)));
        Assert.Equal("contoso-alex@example.com", mail.To);
        Assert.Contains("Your credit note is *on its way*.\nRegards", mail.Body, StringComparison.Ordinal);
        Assert.Contains("1001", mail.Body, StringComparison.Ordinal);
        var line = Assert.Single(await stage.TranscriptAsync(), line => line.By == Speaker.Staff);
        Assert.Equal(DeliveryState.Failed, line.Delivery);
        Assert.NotNull(line.Mail);
        Assert.Contains(nameof(CaseAlert.AnswerMailed), await stage.AlertsAsync());
    }

    [Fact]
    public async Task Words_that_Teams_cannot_take_for_a_while_go_by_e_mail_too()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot, bot.Conversation(user: TestUser.Alex), opened => CaseStage.Of(opened, "contoso", "contoso-alex"));
        await stage.ClaimAsync();
        await bot.WhenIdleAsync();
        bot.Channel.Answer = _ => new HttpResponseMessage(HttpStatusCode.BadGateway);
        await stage.SayAsync("Your credit note is on its way.");
        await bot.WaitForAsync(db => db.Messages.AnyAsync(message => message.NextAttemptAt != null, Ct));
        await stage.PassAsync(Duration.FromMinutes(9));
        Assert.Empty(await AnswersAsync(bot));
        await stage.PassAsync(Later);
        Assert.Contains("on its way", Assert.Single(await AnswersAsync(bot)), StringComparison.Ordinal);
        await stage.PassAsync(Later);
        Assert.Single(await AnswersAsync(bot));
    }

    [Fact]
    public async Task A_customer_whom_neither_chat_nor_e_mail_reached_is_not_closed_for_silence()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot, bot.Conversation(user: TestUser.Alex), opened => CaseStage.Of(opened, "contoso", "contoso-alex"));
        await stage.ClaimAsync();
        await bot.WhenIdleAsync();
        bot.Channel.Answer = _ => new HttpResponseMessage(HttpStatusCode.NotFound);
        await stage.SayAsync("Your credit note is on its way.");
        await bot.WhenIdleAsync();
        await stage.PassAsync(Duration.FromSeconds(20));
        await bot.Services.GetRequiredService<DbWriter>().CommitAsync(
            (db, token) => db.Mails.Where(mail => mail.Subject.Contains("answer"))
                .ExecuteUpdateAsync(row => row.SetProperty(mail => mail.DeadAt, mail => (Instant?)mail.CreatedAt), token),
            Ct);

        await stage.PassAsync(Duration.FromDays(1));
        await stage.PassAsync(Duration.FromDays(2));

        Assert.Equal(CaseStatus.AwaitingCustomer, (await stage.CaseAsync()).Status);
        Assert.Contains(nameof(CaseAlert.AnswerUndelivered), await stage.AlertsAsync());
    }

    [Fact]
    public async Task A_web_chat_that_is_gone_gets_all_that_was_said_in_one_mail_also_after_the_case_is_closed()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var (_, stage) = await WebChatAsync(bot);
        await stage.SayAsync("It is done.");
        await stage.SayAsync("You get JPY 500 back.");
        await stage.Desk.ResolveAsync(CaseStage.Yuki, stage.Id, Resolution.Solved, null, Ct);
        await stage.PassAsync(Duration.FromMinutes(9));
        Assert.Empty(await AnswersAsync(bot));
        await stage.PassAsync(Duration.FromMinutes(2));
        await stage.PassAsync(Later);

        var body = Assert.Single(await AnswersAsync(bot));
        Assert.Contains("It is done.", body, StringComparison.Ordinal);
        Assert.Contains("JPY 500", body, StringComparison.Ordinal);
        Assert.Contains("reopen case 1001", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_web_chat_has_fetched_does_not_go_by_e_mail()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var (client, stage) = await WebChatAsync(bot);
        await stage.SayAsync("It is done.");
        await client.ReadAllAsync();
        await stage.PassAsync(Later);
        Assert.Empty(await AnswersAsync(bot));
    }

    [Fact]
    public async Task What_an_open_stream_has_shown_does_not_go_by_e_mail()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var (client, stage) = await WebChatAsync(bot);
        var started = await client.GetAsync($"conversations/{client.ConversationId}");
        using var stream = await DirectLineSocket.OpenAsync(started.StreamUrl);
        await stage.SayAsync("It is done.");
        await stream.ReadUntilAsync(all => all.Any(activity => activity.Text()?.Contains("It is done.", StringComparison.Ordinal) == true));
        await bot.PassTimeUntilAsync(db => db.Conversations.AnyAsync(known => known.ReadTo > 0, Ct), TimeSpan.FromSeconds(15));
        await stage.PassAsync(Later);
        Assert.Empty(await AnswersAsync(bot));
    }

    [Fact]
    public async Task Who_has_written_since_has_been_in_the_chat()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var (client, stage) = await WebChatAsync(bot);
        await stage.SayAsync("Which one?");
        await client.SayAsync("the last one");
        await stage.PassAsync(Later);
        Assert.Empty(await AnswersAsync(bot));
    }

    [Fact]
    public async Task Staff_are_told_once_when_an_answer_can_reach_nobody()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var (_, stage) = await WebChatAsync(bot, email: null);
        await stage.SayAsync("It is done.");
        await stage.PassAsync(Later);
        await stage.PassAsync(Later);
        Assert.Single(await stage.AlertsAsync(), alert => alert == nameof(CaseAlert.AnswerUndelivered));
        Assert.Empty(await AnswersAsync(bot));
    }

    [Fact]
    public async Task Staff_can_try_again_what_the_channel_did_not_take()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.ClaimAsync();
        await bot.WhenIdleAsync();
        bot.Channel.Answer = _ => new HttpResponseMessage(HttpStatusCode.NotFound);
        await stage.SayAsync("Hello");
        await bot.WhenIdleAsync();
        var failed = Assert.Single(await stage.TranscriptAsync(), line => line.Delivery == DeliveryState.Failed);
        Assert.Contains("404", failed.Problem, StringComparison.Ordinal);

        bot.Channel.Answer = _ => null;
        Assert.IsType<CaseOutcome.OwnedBy>(await stage.Desk.RetryAsync(CaseStage.Ren, stage.Id, failed.Sequence, Ct));
        Assert.IsType<CaseOutcome.Done>(await stage.Desk.RetryAsync(CaseStage.Yuki, stage.Id, failed.Sequence, Ct));
        await bot.WhenIdleAsync();
        Assert.Equal(DeliveryState.Sent, Assert.Single(await stage.TranscriptAsync(failed.Sequence - 1), line => line.By == Speaker.Staff).Delivery);
        Assert.IsType<CaseOutcome.Invalid>(await stage.Desk.RetryAsync(CaseStage.Yuki, stage.Id, failed.Sequence, Ct));
    }

    private static async Task<(DirectLineClient Client, CaseStage Stage)> WebChatAsync(BotHost bot, string? email = "guest@example.com")
    {
        var client = await DirectLineClient.StartedAsync(bot);
        var stage = await CaseStage.InAsync(bot, client.ConversationId, opened =>
        {
            opened.Email = email;
            return opened;
        });
        await stage.ClaimAsync();
        return (client, stage);
    }

    private static Task<List<string>> AnswersAsync(BotHost bot) =>
        bot.ReadAsync(db => db.Mails.Where(mail => mail.Subject.Contains("answer")).Select(mail => mail.Body).ToListAsync(Ct));
}
