using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Billing.Import;

public sealed class ImportEndpointTests
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task Without_a_key_there_is_no_endpoint()
    {
        using var bot = BotHost.Start(settings: BotHost.NoArticles);
        using var response = await PostAsync(bot, "invoices", ImportDesk.File(), Key);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Only_who_has_the_key_may_import_and_every_refusal_says_why()
    {
        using var bot = BotHost.Start(settings: [("Import:ApiKey", Key), ("Import:MaximumBytes", "2048"), ("Import:MaximumRows", "3"), BotHost.NoArticles]);
        var file = ImportDesk.File(ImportDesk.Row("API-1"), ImportDesk.Row("API-2"));
        foreach (var wrong in new[] { null, "", Key[..^1], Key + "x", Key.ToUpperInvariant() })
        {
            await RefusedAsync(bot, HttpStatusCode.Unauthorized, "invoices", file, wrong);
        }

        await RefusedAsync(bot, HttpStatusCode.NotFound, "wishes", file, Key);
        await RefusedAsync(bot, HttpStatusCode.UnsupportedMediaType, "invoices", file, Key, "application/json");
        await RefusedAsync(bot, HttpStatusCode.RequestEntityTooLarge, "invoices", new string('x', 4_096), Key);
        await RefusedAsync(bot, HttpStatusCode.UnprocessableEntity, "invoices", "number\nX\n", Key);
        await RefusedAsync(bot, HttpStatusCode.UnprocessableEntity, "invoices", ImportDesk.File(Enumerable.Range(1, 4).Select(n => ImportDesk.Row($"API-{n}"))), Key);
        Assert.Empty(await new ImportDesk(bot).InvoicesAsync("API-"));

        using var dry = await PostAsync(bot, "invoices?dryRun=true", file, Key);
        Assert.Equal(HttpStatusCode.OK, dry.StatusCode);
        Assert.Empty(await new ImportDesk(bot).InvoicesAsync("API-"));

        using var response = await PostAsync(bot, "invoices", file, Key);
        var report = await JsonAsync(response);
        Assert.Equal((HttpStatusCode.OK, 2), (response.StatusCode, report.GetProperty("added").GetInt32()));
        Assert.Equal(2, (await new ImportDesk(bot).InvoicesAsync("API-")).Count);
    }

    [Fact]
    public async Task A_rejected_file_is_answered_by_its_lines_and_a_partial_one_by_what_was_taken()
    {
        using var bot = BotHost.Start(settings: [("Import:ApiKey", Key), BotHost.NoArticles]);
        var file = ImportDesk.File(ImportDesk.Row("MIX-1"), ImportDesk.Row("MIX-2").Replace("USD", "ZZZ", StringComparison.Ordinal));
        using var refused = await PostAsync(bot, "invoices", file, Key);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var rejection = (await JsonAsync(refused)).GetProperty("report").GetProperty("rejections")[0];
        Assert.Equal((3, "currency"), (rejection.GetProperty("line").GetInt32(), rejection.GetProperty("column").GetString()));

        using var partial = await PostAsync(bot, "invoices?partial=true", file, Key);
        Assert.Equal(HttpStatusCode.OK, partial.StatusCode);
        Assert.Single(await new ImportDesk(bot).InvoicesAsync("MIX-"));
    }

    [Fact]
    public async Task Too_many_posts_are_told_to_wait()
    {
        using var bot = BotHost.Start(settings: [("Import:ApiKey", Key), ("Import:RequestsPerMinute", "2"), BotHost.NoArticles]);
        for (var post = 0; post < 2; post++)
        {
            await RefusedAsync(bot, HttpStatusCode.Unauthorized, "invoices", "", "wrong");
        }

        using var response = await PostAsync(bot, "invoices", "", "wrong");
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    private static async Task RefusedAsync(
        BotHost bot, HttpStatusCode status, string path, string file, string? key, string mediaType = "text/csv")
    {
        using var response = await PostAsync(bot, path, file, key, mediaType);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty((await JsonAsync(response)).GetProperty("detail").GetString()!);
    }

    private static async Task<HttpResponseMessage> PostAsync(BotHost bot, string path, string file, string? key, string mediaType = "text/csv")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/import/{path}", UriKind.Relative))
        {
            Content = new StringContent(file, Encoding.UTF8, mediaType),
        };
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return await bot.Client().SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }
}
