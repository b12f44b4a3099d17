using System.Net;
using BillingBot.Cases;
using BillingBot.Conversation;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Storage;
using BillingBot.Skills;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Extensions;

namespace BillingBot.Tests.Cases;

/// <summary>Races between the bot and the person who takes over: whatever the bot had in its hands is not said over them.</summary>
public sealed class SilenceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_that_the_bot_was_still_composing_at_the_claim_is_not_sent_and_the_words_reach_the_owner()
    {
        var slow = new SlowSkill();
        await using var bot = BotHost.Start(configure: services => services.ReplaceSkill(slow));
        var stage = await CaseStage.OpenAsync(bot);
        using var posted = await stage.Customer.PostAsync(stage.Customer.Message("What are your support hours?"));
        await slow.Started.Task.WaitAsync(Ct);

        await stage.ClaimAsync();
        slow.GoOn.SetResult();
        await bot.WhenIdleAsync();

        Assert.DoesNotContain(bot.Channel.TakeAll(), sent => sent.AllText.Contains(SlowSkill.Answer, StringComparison.Ordinal));
        var transcript = await stage.TranscriptAsync();
        Assert.DoesNotContain(transcript, line => line.Text.Contains(SlowSkill.Answer, StringComparison.Ordinal));
        Assert.Equal("relay", Assert.Single(transcript, line => line.Text == "What are your support hours?").Decision?.Skill);
    }

    [Fact]
    public async Task What_waited_for_its_next_attempt_at_the_claim_is_withdrawn_and_does_not_hold_up_the_owner_s_words()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        bot.Channel.Answer = _ => new HttpResponseMessage(HttpStatusCode.BadGateway);
        using var posted = await stage.Customer.PostAsync(stage.Customer.Message("hello"));
        await bot.WaitForAsync(db => db.Messages.AnyAsync(message => message.Status == MessageStatus.Pending && message.Attempts > 0, Ct));

        await stage.ClaimAsync();
        bot.Channel.Answer = _ => null;
        await stage.SayAsync("I am here");
        await bot.PassTimeUntilAsync(BotHost.IsIdleAsync, TimeSpan.FromSeconds(1));

        Assert.Equal(DeliveryState.Withdrawn, (await stage.TranscriptAsync()).Last(line => line.By == Speaker.Bot).Delivery);
        Assert.Equal(["Yuki has joined the chat and will help you from here. Case 1001.", "**Yuki**\n\nI am here"], bot.Channel.TakeAll().Select(sent => sent.Text));
    }

    [Fact]
    public async Task A_repeat_of_an_activity_by_the_channel_reaches_the_owner_once()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.ClaimAsync();
        var said = stage.Customer.Message("my invoice is wrong", "the-same");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => stage.Customer.PostAsync(said)));
        await bot.WhenIdleAsync();
        Assert.All(answers, answer => Assert.True(answer.IsSuccessStatusCode));
        Assert.Single(await stage.TranscriptAsync(), line => line.Text == "my invoice is wrong");
    }

    [Fact]
    public async Task In_a_group_everybody_s_words_reach_the_owner_under_their_names_and_the_bot_is_silent()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var group = bot.Group(TestUser.Alex);
        var stage = await CaseStage.OpenAsync(bot, group);
        await stage.ClaimAsync();
        await stage.SayAsync("Which invoice?");

        Assert.Empty((await group.As(TestUser.Sam).CustomerSays("the last one")).Text);
        Assert.Equal("Sam Carter", Assert.Single(await stage.TranscriptAsync(), line => line.Text == "the last one").Name);
        Assert.Equal(CaseStatus.Active, (await stage.CaseAsync()).Status);
    }

    [Fact]
    public async Task Another_conversation_of_the_same_person_is_not_silenced_and_not_relayed()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot, bot.Conversation("emulator", TestUser.Alex));
        await stage.ClaimAsync();
        var other = bot.Conversation("emulator", TestUser.Alex);
        Assert.NotEmpty((await other.CustomerSays("What are your support hours?")).Text);
        Assert.DoesNotContain(await stage.TranscriptAsync(), line => line.Text.Contains("support hours", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reminder_does_not_speak_over_the_person_who_has_taken_over()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot, bot.Conversation(user: TestUser.Alex));
        await stage.ClaimAsync();
        var announcements = bot.Services.GetRequiredService<Announcements>();
        var recorded = await bot.Services.GetRequiredService<DbWriter>().CommitAsync(
            async (db, token) =>
            {
                var met = await announcements.RecordAsync(
                    db, "contoso-alex", new ReplyMessage { Text = "Invoice due", Language = "en" }, bot.Clock.GetUtcNow().ToInstant(), token);
                await db.SaveChangesAsync(token);
                return met;
            },
            Ct);
        announcements.Deliver(recorded!);
        await bot.WhenIdleAsync();
        Assert.DoesNotContain(bot.Channel.TakeAll(), sent => sent.AllText.Contains("Invoice due", StringComparison.Ordinal));
        Assert.Equal(DeliveryState.Withdrawn, Assert.Single(await stage.TranscriptAsync(), line => line.Text == "Invoice due").Delivery);
    }

    private sealed class SlowSkill : ISkill
    {
        public const string Answer = "Always open.";

        public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public TaskCompletionSource GoOn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public string Name => "hours";

        public async ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken)
        {
            Started.TrySetResult();
            await GoOn.Task.WaitAsync(cancellationToken);
            return new Reply([new ReplyMessage { Text = Answer, Language = "en" }], turn.State);
        }
    }
}
