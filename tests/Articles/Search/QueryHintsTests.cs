using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;

namespace BillingBot.Tests.Articles.Search;

public sealed class QueryHintsTests
{
    [Theory]
    [InlineData("cancel Azure", Product.Azure, null, null)]
    [InlineData("Azureの請求", Product.Azure, null, null)]
    [InlineData("our E3 licences", Product.Microsoft365, null, null)]
    [InlineData("Ｏｆｆｉｃｅ ３６５を減らす", Product.Microsoft365, null, null)]
    [InlineData("D365 seats", Product.Dynamics365, null, null)]
    [InlineData("Business Central and Azure", null, null, null)]
    [InlineData("seats under NCE", null, PlatformEra.NewCommerce, null)]
    [InlineData("新しいコマースの解約", null, PlatformEra.NewCommerce, null)]
    [InlineData("従来のライセンス", null, PlatformEra.Legacy, null)]
    [InlineData("旧契約の日割り", null, PlatformEra.Legacy, null)]
    [InlineData("サービスの復旧", null, null, null)]
    [InlineData("new commerce or legacy?", null, null, null)]
    [InlineData("licences from before new commerce", null, PlatformEra.Legacy, null)]
    [InlineData("NCEになる前のライセンス", null, PlatformEra.Legacy, null)]
    [InlineData("請求書が旧社名のまま", null, null, null)]
    [InlineData("how many days before NCE renewal can I drop seats", null, PlatformEra.NewCommerce, null)]
    [InlineData("NCEの前払いはできますか", null, PlatformEra.NewCommerce, null)]
    [InlineData("licenceの前の担当者", null, null, null)]
    [InlineData("M365 in GCC High", Product.Microsoft365, null, Cloud.UsGovernment)]
    [InlineData("Azure Government legacy", null, PlatformEra.Legacy, Cloud.UsGovernment)]
    [InlineData("米国政府向けクラウド", null, null, Cloud.UsGovernment)]
    [InlineData("when do we pay", null, null, null)]
    public void Product_era_and_cloud_are_read_in_both_languages(string text, Product? product, PlatformEra? era, Cloud? cloud)
    {
        var hints = Read(text);
        Assert.Equal((product, era, cloud), (hints.Product, hints.Era, hints.Cloud));
    }

    [Theory]
    [InlineData("and for Azure?")]
    [InlineData("What about legacy licences")]
    [InlineData("is it the same with M365?")]
    [InlineData("Azureの場合は？")]
    [InlineData("従来のライセンスだと？")]
    [InlineData("新しいコマースではどうなりますか")]
    public void A_hint_in_a_few_words_is_a_follow_up(string text) => Assert.True(Read(text).IsFollowUp);

    [Theory]
    [InlineData("and what does it cost?")]
    [InlineData("How do I cancel Azure?")]
    [InlineData("Azureを解約したい")]
    [InlineData("ok")]
    public void A_question_of_its_own_is_not(string text) => Assert.False(Read(text).IsFollowUp);

    private static QueryHints Read(string text) => QueryHints.Read(TextFolding.Fold(text));
}
