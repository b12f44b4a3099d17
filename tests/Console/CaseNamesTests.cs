using BillingBot.Console;
using BillingBot.Console.Cases;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Support.Routing;
using BillingBot.Tests.Cases;
using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BillingBot.Tests.Console;

/// <summary>A case's history is read in the reader's language: no ids, no names of code.</summary>
public sealed class CaseNamesTests
{
    private static readonly string Reasons = RoutingReasons.ToJson([new(ReasonCode.ByRule, RoutingFact.Text("Billing")), new(ReasonCode.BillingIsOurs)]);

    private static (CaseEventKind Kind, string Text, string Language, string? Shown)[] Lines =>
    [
        (CaseEventKind.Routed, "Queue:billing", "en", "Queue Billing"),
        (CaseEventKind.Routed, $"Queue:billing: {Reasons}", "en", "Queue Billing: Rule “Billing” decides. We answer our customers' billing questions ourselves."),
        (CaseEventKind.Routed, $"Queue:billing: {Reasons}", "ja", "キュー「請求」: ルール「Billing」が適用されました。 お客様の請求に関するご質問には、当社が回答します。"),
        (CaseEventKind.Routed, "Queue:billing: words of an older release", "en", "Queue Billing: words of an older release"),
        (CaseEventKind.Routed, "Microsoft:CommercialSupport", "ja", "Microsoft（商務サポート）"),
        (CaseEventKind.Transferred, "billing: please look", "ja", "請求: please look"),
        (CaseEventKind.Transferred, "Ken Sato: please look", "en", "Ken Sato: please look"),
        (CaseEventKind.Released, "security", "en", "Security"),
        (CaseEventKind.Rated, "1: nobody called", "en", "1 of 5: nobody called"),
        (CaseEventKind.Provider, "Microsoft 2411240040001234: AttentionNeeded", "en", "Microsoft request 2411240040001234: Microsoft waits for us"),
        (CaseEventKind.Provider, "Microsoft 2411240040001234: Open", "ja", "Microsoft への照会 2411240040001234: 対応中"),
        (CaseEventKind.Moved, "42", "en", null),
        (CaseEventKind.Note, "billing: as I wrote it", "ja", "billing: as I wrote it"),
    ];

    [Fact]
    public async Task Names_of_values_are_words_and_people_s_own_words_stay()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var table = await bot.Services.GetRequiredService<CaseChoices>().TableAsync(CaseStage.Yuki, TestContext.Current.CancellationToken);
        foreach (var (kind, text, language, shown) in Lines)
        {
            using var page = bot.Services.CreateScope();
            page.ServiceProvider.GetRequiredService<StaffLanguage>().Use(language);
            var happened = new CaseEvent { CaseId = 1001, Kind = kind, At = Instant.MinValue, By = "bot", Text = text };
            Assert.Equal(shown, page.ServiceProvider.GetRequiredService<CaseNames>().Text(happened, table));
        }
    }
}
