using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing.Suspensions;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Billing.Suspensions;

/// <summary>Each billing contact reads it in their own language, and only what holds for their platform.</summary>
public sealed class NoticeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_Japanese_with_yen_and_dates_in_Japanese_form()
    {
        using var scene = SuspensionScene.Start();
        await scene.Bot.Conversation(user: TestUser.Mika).CustomerSays("こんにちは");
        var mail = await SuspendedAsync(scene, "adventure", "adventure-e3");
        Assert.Equal(("Microsoft 365 E3の利用を停止いたしました", "ja"), (mail.Subject, mail.Language));
        string[] told =
        [
            "田中 美香 様", "Microsoft 365 E3（18ライセンス）", "円、お支払期限 8月31日(月)", "この製品をご利用いただけません。",
            "引き続きデータにアクセスできます。", "停止中も料金は発生いたします。", "予定されていた変更は取り消されました",
            "請求書番号を添えて", "support@northwindcloud.example", "「担当者と話す」",
        ];
        Assert.All(told, words => Assert.Contains(words, mail.Body, StringComparison.Ordinal));
        var said = await scene.Bot.Channel.NextAsync();
        Assert.Contains("停止中も料金は発生いたします。", said.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mail_leaves_at_once_also_to_somebody_whom_the_bot_never_met()
    {
        using var scene = SuspensionScene.Start();
        await scene.RequestedAndApprovedAsync();
        await scene.WorkAsync();
        await scene.Bot.WaitForAsync(db => db.Mails.AnyAsync(mail => mail.SentAt != null));
    }

    [Fact]
    public async Task On_legacy_charges_stop_add_ons_go_too_and_the_data_has_a_last_day()
    {
        using var scene = SuspensionScene.Start();
        var mail = await SuspendedAsync(scene, "fabrikam", "fabrikam-e1");
        Assert.Contains("or its add-ons", mail.Body, StringComparison.Ordinal);
        Assert.Contains("They stop while the product is suspended", mail.Body, StringComparison.Ordinal);
        Assert.Contains("the data is deleted after 90 days, from Sun 21 Feb 2027 on", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("go on", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("have been dropped", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_platform_is_not_known_nothing_is_said_that_depends_on_it()
    {
        using var scene = SuspensionScene.Start();
        await scene.WriteAsync(db => db.Subscriptions.Where(known => known.Id == "fabrikam-e1")
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.Era, PlatformEra.Any), Token));
        var mail = await SuspendedAsync(scene, "fabrikam", "fabrikam-e1");
        Assert.Contains("depends on your contract", mail.Body, StringComparison.Ordinal);
        string[] notSaid = ["go on while", "They stop", "90 days", "have been dropped", "add-ons"];
        Assert.All(notSaid, words => Assert.DoesNotContain(words, mail.Body, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("contoso-sales", "BILLING GOES ON")]
    [InlineData("contoso-sales", "Other scheduled changes of this subscription are dropped")]
    [InlineData("contoso-visio", "THE PLATFORM IS NOT KNOWN")]
    [InlineData("fabrikam-e1", "add-ons are suspended with it")]
    [InlineData("fabrikam-e1", "deleted after 90 days")]
    [InlineData("contoso-sales", "INV-2026-0122")]
    [InlineData("contoso-sales", "50 days overdue")]
    public async Task Staff_see_what_it_means_before_they_request_it(string subscription, string expected)
    {
        using var scene = SuspensionScene.Start();
        var saw = await scene.RequestAsync(subscription: subscription);
        Assert.Contains(expected, saw.Output, StringComparison.Ordinal);
    }

    private static async Task<BillingBot.Knowledge.Mail.OutgoingMail> SuspendedAsync(SuspensionScene scene, string customer, string subscription)
    {
        await scene.WriteAsync(db => db.Invoices
            .Where(invoice => invoice.CustomerId == customer && invoice.PeriodStart == new NodaTime.LocalDate(2026, 10, 1))
            .ExecuteUpdateAsync(set => set.SetProperty(invoice => invoice.DueOn, new NodaTime.LocalDate(2026, 8, 31)), Token));
        await scene.RequestedAndApprovedAsync(subscription);
        await scene.WorkAsync();
        Assert.Equal(SuspensionState.Done, (await scene.RequestAsync(1)).State);
        return await scene.Bot.ReadAsync(db => db.Mails.SingleAsync(Token));
    }
}
