using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Telemetry;

/// <summary>The figures are there for whoever holds the token, and tell what happened.</summary>
[Collection<AloneCollection>]
public sealed partial class MetricsTests
{
    private const string Token = "a token for Prometheus";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Turns_deliveries_and_what_waits_are_counted_by_the_names_that_dashboard_and_alerts_use()
    {
        await using var bot = BotHost.Start(settings: [("Telemetry:MetricsToken", Token), BotHost.NoArticles]);
        var chat = bot.Conversation("emulator");
        await chat.PostAsync(chat.Message("thanks"));
        await bot.Channel.NextAsync();
        await bot.WhenIdleAsync();

        var figures = await ReadAsync(bot);

        Assert.Matches("billingbot_turn_duration_seconds_count\\{[^}]*decision=\"[^\"]+\"[^}]*\\} 1\\b", figures);
        Assert.Matches("billingbot_deliveries_total\\{[^}]*result=\"Sent\"[^}]*\\} 1\\b", figures);
        Assert.Matches("billingbot_turn_duration_seconds_bucket\\{[^}]*le=\"0.005\"", figures);
        Assert.Matches("billingbot_turn_duration_seconds_bucket\\{[^}]*le=\"30\"\\} 1\\b", figures);
        Assert.Matches("billingbot_delivery_delay_seconds_bucket\\{[^}]*le=\"300\"\\} 1\\b", figures);
        // The one that is missing as long as no token failed.
        var names = Templates().Except([.. Named().Matches(figures).Select(name => name.Value), "billingbot_token_failures_total"], StringComparer.Ordinal);
        Assert.Empty(names);
        Assert.Contains("dotnet_process_cpu_time_seconds_total{", figures, StringComparison.Ordinal);
        Assert.Contains("dotnet_process_memory_working_set_bytes{", figures, StringComparison.Ordinal);
        Assert.Contains("billingbot_outbox_age_seconds{", figures, StringComparison.Ordinal);
        Assert.Contains("billingbot_cases_waiting{", figures, StringComparison.Ordinal);
        Assert.DoesNotContain("thanks", figures, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("another token of that length")]
    [InlineData("")]
    public async Task Nobody_else_reads_them(string? token)
    {
        await using var bot = BotHost.Start(settings: [("Telemetry:MetricsToken", Token), BotHost.NoArticles]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(bot, token)).StatusCode);
    }

    [Fact]
    public async Task Without_a_token_there_is_no_such_page()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(bot, Token)).StatusCode);
    }

    private static IEnumerable<string> Templates() => ((string[])["grafana-dashboard.json", "prometheus-alerts.yaml"])
        .SelectMany(file => Named().Matches(File.ReadAllText(Path.Combine(Repository.Root, "deploymentTemplates", file)))).Select(name => name.Value);

    [GeneratedRegex("billingbot_[a-z_]+", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Named();

    private static async Task<string> ReadAsync(BotHost bot)
    {
        using var response = await GetAsync(bot, Token);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(Ct);
    }

    private static async Task<HttpResponseMessage> GetAsync(BotHost bot, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await bot.Client().SendAsync(request, Ct);
    }
}
