using System.Text.Json.Nodes;
using BillingBot.Knowledge.Billing;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Identity;

/// <summary>Whom the bot takes a sender for, by what the channel vouches for.</summary>
public class WhoAsksTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private BotHost Bot => shared.Bot;

    [Fact]
    public async Task Tenant_and_object_id_are_the_same_in_either_case()
    {
        var mika = TestUser.Mika with { TenantId = TestUser.Mika.TenantId!.ToUpperInvariant(), ObjectId = TestUser.Mika.ObjectId!.ToUpperInvariant() };
        Assert.Contains("田中 美香", (await Bot.Conversation("msteams", mika).CustomerSays("私は誰としてログインしていますか")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_are_stored_in_lower_case_however_they_came_in()
    {
        await Bot.WriteAsync(db =>
        {
            db.Add(new Customer { Id = "upper", Name = "Upper", Language = "en", TimeZone = "UTC", SupportPlan = "Standard", TenantId = "ABCDEF00-0000-0000-0000-00000000000A" });
            db.Add(new Person { Id = "upper-una", CustomerId = "upper", Name = "Una", Email = "una@example.com", Language = "en", DirectoryObjectId = "ABCDEF00-0000-0000-0000-00000000000B" });
            return db.SaveChangesAsync();
        });
        Assert.Equal("abcdef00-0000-0000-0000-00000000000b", await Bot.ReadAsync(db => db.Database
            .SqlQueryRaw<string>("""SELECT "DirectoryObjectId" AS "Value" FROM "People" WHERE "Id" = 'upper-una'""").SingleAsync()));
        var una = new TestUser("29:una", "Una", "abcdef00-0000-0000-0000-00000000000a", "ABCDEF00-0000-0000-0000-00000000000b");
        Assert.Contains("You are Una", (await Bot.Conversation("msteams", una).CustomerSays("who am I")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_object_id_in_another_tenant_or_in_one_nobody_knows_is_a_guest()
    {
        foreach (var tenant in new[] { TestUser.Kim.TenantId, "99999999-0000-0000-0000-000000000001", "", null })
        {
            var reply = await Bot.Conversation("msteams", TestUser.Alex with { TenantId = tenant }).CustomerSays("who am I");
            Assert.Contains("only to people I recognise", reply.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_tenant_of_the_channel_s_data_wins_over_the_conversation_s()
    {
        var chat = Bot.Conversation("msteams", TestUser.Alex);
        var activity = chat.Activity("message", null, ("text", "who am I"), ("deliveryMode", "expectReplies"),
            ("channelData", new JsonObject { ["tenant"] = new JsonObject { ["id"] = TestUser.Kim.TenantId } }));
        using var answer = await chat.PostAsync(activity);
        Assert.Contains("only to people I recognise", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_verified_by_a_code_is_a_guest_again_when_they_are_no_billing_contact_any_more()
    {
        using var bot = BotHost.Start();
        var chat = bot.Conversation("emulator");
        await chat.CustomerSays(await chat.AskAsync(bot));
        Assert.Contains("You are Alex", (await chat.CustomerSays("who am I")).Text, StringComparison.Ordinal);
        await bot.WriteAsync(db => db.People.ExecuteUpdateAsync(row => row.SetProperty(person => person.IsBillingContact, false)));
        Assert.Contains("only to people I recognise", (await chat.CustomerSays("who am I")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_verified_by_a_code_is_nobody_to_write_to_later()
    {
        var chat = Bot.Conversation("emulator");
        await chat.CustomerSays(await chat.AskAsync(Bot));
        await chat.CustomerSays("who am I");
        Assert.Null((await Bot.ReadAsync(db => db.Conversations.SingleAsync(row => row.ChannelConversationId == chat.Id))).PersonId);
    }
}
