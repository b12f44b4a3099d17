using BillingBot.Conversation;

namespace BillingBot.Tests.Conversations;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("これはなんですか")]
    [InlineData("サポート")]
    [InlineData("営業時間")]
    [InlineData("ｻﾎﾟｰﾄ")]
    [InlineData("Azure の請求書")]
    [InlineData("When is 営業時間?")]
    public void Kana_of_any_width_or_kanji_is_Japanese(string words) =>
        Assert.Same(Language.Japanese, LanguageDetector.Detect(words));

    [Theory]
    [InlineData("When are you open?")]
    [InlineData("azure invoice")]
    [InlineData("INVOICE")]
    [InlineData("😀 hello")]
    public void Other_words_in_Latin_letters_are_English(string words) =>
        Assert.Same(Language.English, LanguageDetector.Detect(words));

    [Theory]
    [InlineData("Azure")]
    [InlineData("Microsoft Teams, SharePoint")]
    [InlineData("Dynamics Business Central")]
    [InlineData("Power BI Copilot")]
    [InlineData("OK")]
    [InlineData("NCE CSP")]
    [InlineData("INV-2026-11")]
    [InlineData("12345")]
    [InlineData("１２３")]
    [InlineData("2026-11-24 10:00")]
    [InlineData("😀👍🏽")]
    [InlineData("E5")]
    [InlineData("[ ]_^`")]
    [InlineData("?!…。")]
    [InlineData("")]
    [InlineData("   ")]
    public void What_is_the_same_in_both_languages_tells_nothing(string words) => Assert.Null(LanguageDetector.Detect(words));

    [Fact]
    public void A_long_paste_is_told_by_its_beginning()
    {
        Assert.Null(LanguageDetector.Detect(new string('1', 2_000) + "hello"));
        Assert.Same(Language.English, LanguageDetector.Detect("hello" + new string('1', 100_000)));
    }
}
