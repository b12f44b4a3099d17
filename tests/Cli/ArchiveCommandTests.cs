using System.Text.Json.Nodes;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Cli;

/// <summary>What was said long ago is taken out of the database, and nothing else.</summary>
public class ArchiveCommandTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Old_words_are_in_the_file_and_a_customer_who_comes_back_goes_on()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var (old, lately) = (bot.Conversation("emulator"), bot.Conversation("emulator"));
        await old.CustomerSays("thanks");
        bot.Clock.Advance(TimeSpan.FromDays(400));
        await lately.CustomerSays("thanks");
        await bot.WhenIdleAsync();
        var file = Path.Combine(Path.GetTempPath(), $"billingbot-archive-{Guid.NewGuid():N}.jsonl");
        try
        {
            var saw = await bot.TypesAsync("alice", $"archive --before 2027-01-01 --to {file}");
            Assert.Equal((0, ""), (saw.ExitCode, saw.Errors));
            Assert.Contains("of 1 conversations are in", saw.Output, StringComparison.Ordinal);
            var line = JsonNode.Parse(Assert.Single(await File.ReadAllLinesAsync(file, Ct)))!;
            Assert.Equal(old.Id, (string)line["conversation"]!);
            Assert.Contains("thanks", (string)line["messages"]![0]!["body"]!, StringComparison.Ordinal);
            var left = await bot.ReadAsync(db => db.Messages
                .Join(db.Conversations, message => message.ConversationId, known => known.Id, (_, known) => known.ChannelConversationId).Distinct().ToListAsync(Ct));
            Assert.Equal([lately.Id], left);

            // It remembers that it had no answer before.
            Assert.Contains("still do not have", (await old.CustomerSays("thanks")).Text, StringComparison.Ordinal);
            var numbers = await bot.ReadAsync(db => db.Messages.Where(message => db.Conversations.Any(known => known.Id == message.ConversationId && known.ChannelConversationId == old.Id))
                .Select(message => message.Sequence).OrderBy(number => number).ToListAsync(Ct));
            Assert.Equal(line["messages"]!.AsArray().Count + 1, numbers[0]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_written_over_and_a_date_that_is_none_is_told_so()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var file = Path.GetTempFileName();
        try
        {
            var saw = await bot.TypesAsync("alice", $"archive --before 2027-01-01 --to {file}");
            Assert.Equal(1, saw.ExitCode);
            Assert.Contains("Name a file that is not there yet", saw.Errors, StringComparison.Ordinal);
            saw = await bot.TypesAsync("alice", $"archive --before 01.01.2027 --to {file}x");
            Assert.Equal(1, saw.ExitCode);
            Assert.Contains("takes a date", saw.Errors, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
