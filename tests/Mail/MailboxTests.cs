using System.Net;
using BillingBot.Tests.Host;
using BillingBot.Tests.Identity;

namespace BillingBot.Tests.Mail;

public sealed class MailboxTests
{
    [Fact]
    public async Task A_developer_reads_the_code_in_the_mailbox_and_nothing_in_it_is_run()
    {
        using var bot = BotHost.Start();
        var chat = bot.Conversation("emulator");
        await chat.CustomerSays("verify me");
        var asked = await chat.CustomerSays("contoso-alex@example.com");
        Assert.Contains("/mailbox", asked.Text, StringComparison.Ordinal);
        var code = await bot.CodeForAsync("contoso-alex@example.com");
        await bot.WhenMailedAsync();
        using var page = await GetAsync(bot);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(code, html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(page.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Names_are_shown_as_text()
    {
        using var bot = BotHost.Start();
        await bot.WriteAsync(async db =>
        {
            var alex = await db.People.FindAsync("contoso-alex");
            db.Attach(alex!).Entity.Name = "<img src=x onerror=alert(1)>";
            return await db.SaveChangesAsync();
        });
        var chat = bot.Conversation("emulator");
        await chat.CustomerSays("verify me");
        await chat.CustomerSays("contoso-alex@example.com");
        await bot.WhenMailedAsync();
        using var page = await GetAsync(bot);
        Assert.DoesNotContain("<img", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", "DangerouslyAllowAnonymousOnLoopback", "false")]
    [InlineData("Development", "DangerouslyAllowAnonymousOnLoopback", "false")]
    [InlineData("Development", "Mail:Host", "127.0.0.1")]
    public async Task Elsewhere_there_is_no_mailbox(string environment, string key, string value)
    {
        using var bot = BotHost.Start(environment: environment, settings: [(key, value), ("Mail:From", "a@example.com"), BotHost.NoArticles]);
        using var page = await GetAsync(bot);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    [Fact]
    public async Task Nobody_reaches_it_through_a_tunnel()
    {
        using var bot = BotHost.Start(settings: BotHost.NoArticles);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/mailbox", UriKind.Relative));
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        using var page = await bot.Client().SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    private static Task<HttpResponseMessage> GetAsync(BotHost bot) =>
        bot.Client().GetAsync(new Uri("/mailbox", UriKind.Relative), TestContext.Current.CancellationToken);
}
