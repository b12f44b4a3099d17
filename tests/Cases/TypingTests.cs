using BillingBot.Cases;
using BillingBot.Tests.Channels.DirectLine;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Cases;

/// <summary>Typing goes both ways, for seconds, and is never stored.</summary>
public sealed class TypingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Staff_see_that_the_customer_types_until_the_words_come_or_some_seconds_pass()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.ClaimAsync();
        var (board, conversation) = (bot.Services.GetRequiredService<TypingBoard>(), (await stage.CaseAsync()).ConversationId);
        var lines = await stage.TranscriptAsync();
        using var typed = await stage.Customer.PostAsync(stage.Customer.Activity("typing"));
        Assert.NotNull(board.TypingUntil(conversation));
        await stage.Customer.CustomerSays("hm");
        Assert.Null(board.TypingUntil(conversation));

        using var again = await stage.Customer.PostAsync(stage.Customer.Activity("typing"));
        bot.Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Null(board.TypingUntil(conversation));
        Assert.Equal(lines.Count + 1, (await stage.TranscriptAsync()).Count);
    }

    [Fact]
    public async Task The_customer_sees_the_owner_type_at_most_every_few_seconds_and_nobody_else()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.ClaimAsync();
        await bot.WhenIdleAsync();
        bot.Channel.TakeAll();
        var typing = bot.Services.GetRequiredService<StaffTyping>();
        await typing.ShowAsync(CaseStage.Yuki, stage.Id, Ct);
        await typing.ShowAsync(CaseStage.Yuki, stage.Id, Ct);
        Assert.Equal("typing", Assert.Single(bot.Channel.TakeAll()).Type);

        bot.Clock.Advance(TimeSpan.FromSeconds(3));
        await typing.ShowAsync(CaseStage.Ren, stage.Id, Ct);
        Assert.Empty(bot.Channel.TakeAll());
        await typing.ShowAsync(CaseStage.Yuki, stage.Id, Ct);
        Assert.Single(bot.Channel.TakeAll());
    }

    [Fact]
    public async Task It_goes_both_ways_in_the_web_chat_too()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var client = await DirectLineClient.StartedAsync(bot);
        var stage = await CaseStage.InAsync(bot, client.ConversationId);
        await stage.ClaimAsync();
        await client.SendAsync(new() { ["type"] = "typing" });
        Assert.NotNull(bot.Services.GetRequiredService<TypingBoard>().TypingUntil((await stage.CaseAsync()).ConversationId));

        var started = await client.GetAsync($"conversations/{client.ConversationId}");
        using var stream = await DirectLineSocket.OpenAsync(started.StreamUrl);
        await stream.ReadUntilAsync(all => all.Count > 0);
        await bot.Services.GetRequiredService<StaffTyping>().ShowAsync(CaseStage.Yuki, stage.Id, Ct);
        await stream.ReadUntilAsync(all => all.Any(activity => (string?)activity["type"] == "typing" && activity.IsFromBot()));
        Assert.False(await bot.ReadAsync(db => db.Messages.AnyAsync(message => message.Body.Contains("typing") || message.Echo!.Contains("\"typing\""), Ct)));
    }
}
