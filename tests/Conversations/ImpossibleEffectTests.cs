using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Storage;
using BillingBot.Skills;
using BillingBot.Tests.Host;
using NodaTime;

namespace BillingBot.Tests.Conversations;

/// <summary>What a reply promised to change cannot be changed.</summary>
public sealed class ImpossibleEffectTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_customer_is_told_and_the_conversation_goes_on(bool refusedByTheDatabase)
    {
        using var bot = BotHost.Start(configure: services => services.ReplaceSkill(new PromisingSkill(refusedByTheDatabase)));
        var chat = bot.Conversation("emulator");
        var reply = await chat.CustomerSays("When is your support open?");
        Assert.Contains("something went wrong", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("done", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("something went wrong", (await chat.CustomerSays("who am I")).Text, StringComparison.Ordinal);
    }

    private sealed class PromisingSkill(bool refusedByTheDatabase) : ISkill
    {
        public string Name => "hours";

        public ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken) => ValueTask.FromResult(
            new Reply([new ReplyMessage { Text = "It is done.", Language = "en" }], turn.State) { Effects = [new Impossible(refusedByTheDatabase)] });
    }

    private sealed class Impossible(bool refusedByTheDatabase) : IEffect
    {
        public Task ApplyAsync(BillingDb db, Instant now, CancellationToken cancellationToken)
        {
            db.Add(new BillingBot.Knowledge.Billing.Person { Id = "nobody", CustomerId = "no such customer", Name = "N", Email = "n@example.com", Language = "en" });
            return refusedByTheDatabase ? Task.CompletedTask : throw new InvalidOperationException("Cannot be.");
        }
    }
}
