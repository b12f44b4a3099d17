using System.Text.RegularExpressions;
using BillingBot.Knowledge.Conversations;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Storage;

/// <summary>Whatever a channel sends can be stored, and is known again.</summary>
public class AwkwardTextTests
{
    [Theory]
    [InlineData(@"🍣 مرحبا \u200F ünï 請求書 ' "" \\ ; -- %_")]
    [InlineData(@"a\0b")]
    [InlineData(@"half \uD83C of a pair")]
    public async Task Ids_and_words_of_any_kind_are_claimed_once(string escaped)
    {
        var text = Regex.Unescape(escaped);
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var inbox = bot.Services.GetRequiredService<Inbox>();
        var inbound = new InboundMessage("emulator", $"c{text}", "{}", $"k{text}", $"{{\"text\":\"{text}\"}}");
        var first = await inbox.ClaimAsync(inbound, TestContext.Current.CancellationToken);
        Assert.Equal(first with { IsRepeat = true, Next = null }, await inbox.ClaimAsync(inbound, TestContext.Current.CancellationToken));
        Assert.Equal(1, await bot.ReadAsync(db => db.Messages.CountAsync(message => message.ConversationId == first.ConversationId && message.Direction == Direction.Inbound)));
    }
}
