using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Support.Routing;

namespace BillingBot.Tests.Support.Routing;

/// <summary>What the customer says tells whose case it is, in both languages.</summary>
public sealed class RoutingClassifierTests
{
    [Theory]
    [InlineData("Why is my invoice so high this month?", Classification.Commercial, null)]
    [InlineData("We want a refund for the Azure reservation", Classification.Commercial, SupportProduct.Azure)]
    [InlineData("Please cancel two Microsoft 365 licences", Classification.Commercial, SupportProduct.Microsoft365)]
    [InlineData("The invoice PDF does not open", Classification.Commercial, null)]
    [InlineData("hello", Classification.Commercial, null)]
    [InlineData("", Classification.Commercial, null)]
    [InlineData("Teams is down for everyone", Classification.Technical, SupportProduct.Microsoft365)]
    [InlineData("Our VM in Azure does not start since this morning, error code 0x80", Classification.Technical, SupportProduct.Azure)]
    [InlineData("Dynamics 365 crashes when I save", Classification.Technical, SupportProduct.Dynamics365)]
    [InlineData("I can't log in to Outlook", Classification.Technical, SupportProduct.Microsoft365)]
    [InlineData("Exchange Server stopped working", Classification.Technical, SupportProduct.OnPremises)]
    [InlineData("The backup app we bought on the Azure Marketplace is broken and unavailable", Classification.Technical, SupportProduct.Marketplace)]
    [InlineData("The security update fails to install, the server is slow", Classification.Technical, null)]
    [InlineData("Someone hacked our tenant and bought virtual machines", Classification.Fraud, SupportProduct.Azure)]
    [InlineData("There are suspicious charges on our account", Classification.Fraud, null)]
    [InlineData("ＯＵＲ ＡＣＣＯＵＮＴ ＷＡＳ ＣＯＭＰＲＯＭＩＳＥＤ", Classification.Fraud, null)]
    [InlineData("somebody signed in from abroad and bought 50 VMs", Classification.Fraud, null)]
    [InlineData("Someone has logged into our tenant", Classification.Fraud, null)]
    [InlineData("Our employee signed in from abroad and can't open Outlook", Classification.Technical, SupportProduct.Microsoft365)]
    [InlineData("It is not fraud, the invoice is wrong", Classification.Commercial, null)]
    [InlineData("How much is phishing training?", Classification.Commercial, null)]
    [InlineData("請求書の金額が違います", Classification.Commercial, null)]
    [InlineData("ライセンスを解約したい", Classification.Commercial, null)]
    [InlineData("Teamsにログインできません", Classification.Technical, SupportProduct.Microsoft365)]
    [InlineData("Azureの仮想マシンが起動しない", Classification.Technical, SupportProduct.Azure)]
    [InlineData("Dynamics 365で障害が発生しています", Classification.Technical, SupportProduct.Dynamics365)]
    [InlineData("社内サーバーのExchange Serverが動きません", Classification.Technical, SupportProduct.OnPremises)]
    [InlineData("アカウントが乗っ取られました", Classification.Fraud, null)]
    [InlineData("海外から誰かがサインインして仮想マシンを50台購入しました", Classification.Fraud, SupportProduct.Azure)]
    [InlineData("不正利用ではありませんが、請求が間違っています", Classification.Commercial, null)]
    [InlineData("セキュリティ更新プログラムでエラーになり、サーバーが遅い", Classification.Technical, null)]
    public void Words_decide(string words, Classification classification, SupportProduct? product)
    {
        var read = RoutingClassifier.Classify(words);
        Assert.Equal((classification, product), (read.Classification, read.Product));
    }

    [Theory]
    [InlineData("We were charged twice", true, false, false)]
    [InlineData("二重請求です", true, false, false)]
    [InlineData("We bought it directly from Microsoft", false, true, false)]
    [InlineData("マイクロソフトから直接購入しました", false, true, false)]
    [InlineData("Please escalate this", false, false, true)]
    [InlineData("Microsoftに問い合わせてください", false, false, true)]
    [InlineData("When is it due?", false, false, false)]
    public void They_also_tell_disputes_direct_purchases_and_who_wants_Microsoft(string words, bool dispute, bool direct, bool microsoft)
    {
        var read = RoutingClassifier.Classify(words);
        Assert.Equal((dispute, direct, microsoft), (read.IsDispute, read.IsBoughtDirect, read.AskedForMicrosoft));
    }

    [Fact]
    public void The_reasons_are_the_words_that_matched_in_their_order() => Assert.Equal(
        [new(WordSense.Microsoft365, "teams"), new(WordSense.Technical, "is down"), new(WordSense.Commercial, "pay")],
        RoutingClassifier.Classify("Teams is down and we pay for it").Because);

    [Fact]
    public void A_product_that_is_known_is_not_guessed() =>
        Assert.Equal(SupportProduct.Azure, RoutingClassifier.Classify("Teams is down", SupportProduct.Azure).Product);

    [Fact]
    public void Two_products_are_none() => Assert.Null(RoutingClassifier.Classify("Azure and Dynamics are down").Product);

    [Theory]
    [InlineData("\ud83d\ude00\u202Efraud\u0000")]
    [InlineData("\ud800")]
    public void Odd_characters_do_no_harm(string words) => Assert.NotNull(RoutingClassifier.Classify(words));

    [Fact]
    public void A_huge_text_is_read() => Assert.Equal(
        Classification.Technical, RoutingClassifier.Classify(string.Join(' ', Enumerable.Repeat("outage", 20_000))).Classification);
}
