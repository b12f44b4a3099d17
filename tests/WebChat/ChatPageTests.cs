using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.WebChat;

public sealed class ChatPageTests(DemoBot demo, ProductionBot production) : IClassFixture<DemoBot>, IClassFixture<ProductionBot>
{
    [Theory]
    [InlineData("/", "ja,en;q=0.8", "ja")]
    [InlineData("/", "fr-FR,en;q=0.5,ja;q=0.9", "ja")]
    [InlineData("/", "fr-FR", "en")]
    [InlineData("/?lang=en", "ja", "en")]
    [InlineData("/?lang=xx", "ja", "ja")]
    public async Task The_page_speaks_the_chosen_language_or_the_browsers(string address, string accepted, string language)
    {
        var page = await GetAsync(production.Bot, address, accepted);

        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_bears_the_partners_name()
    {
        var page = await GetAsync(production.Bot, "/", "en");

        Assert.Contains("<h1>Northwind Cloud</h1>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_developer_on_their_own_machine_sees_the_demo_people()
    {
        Assert.Contains("contoso-alex", await GetAsync(demo.Bot, "/", "en"), StringComparison.Ordinal);
        Assert.DoesNotContain("chat-as", await GetAsync(production.Bot, "/", "en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Web_Chat_comes_compressed()
    {
        var page = await GetAsync(production.Bot, "/", "en");
        var bundle = Regex.Match(page, "/lib/webchat\\.[a-z0-9]+\\.js", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        using var client = production.Bot.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, bundle);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
    }

    private static async Task<string> GetAsync(BotHost bot, string address, string accepted)
    {
        using var client = bot.Client();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", accepted);
        return await client.GetStringAsync(address, TestContext.Current.CancellationToken);
    }
}
