using System.Net;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Startup;

public sealed class ProductionTests
{
    [Fact]
    public async Task Without_an_app_id_production_lets_nobody_in_and_knows_nobody()
    {
        using var bot = BotHost.Start(environment: "Production", settings: BotHost.NoArticles);
        var chat = bot.Conversation("emulator", TestUser.Alex);
        using var response = await chat.PostAsync(chat.Message("hello"));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.False(await bot.ReadAsync(db => db.People.AnyAsync()));
        Assert.False(await bot.ReadAsync(db => db.Customers.AnyAsync()));
        Assert.False(await bot.ReadAsync(db => db.Messages.AnyAsync()));
    }

    [Fact]
    public async Task Production_is_ready_all_the_same_for_its_chat_page()
    {
        using var bot = BotHost.Start(environment: "Production");
        using var response = await bot.Client().GetAsync(
            new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
