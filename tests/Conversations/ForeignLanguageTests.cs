using BillingBot.Conversation;

namespace BillingBot.Tests.Conversations;

public sealed class ForeignLanguageTests
{
    [Theory]
    [InlineData("Wann kommt meine nächste Rechnung?", "de")]
    [InlineData("Quand est-ce que nous pouvons résilier notre abonnement ?", "fr")]
    [InlineData("¿Por qué mi factura es tan alta?", "es")]
    [InlineData("Quando posso pagare la mia fattura?", "it")]
    [InlineData("Não temos a fatura, onde posso ver?", "pt")]
    [InlineData("Waarom hebben wij geen factuur?", "nl")]
    [InlineData("我的发票在哪里？", "zh")]
    [InlineData("請問怎麼取消訂閱", "zh")]
    [InlineData("Где мой счёт?", "ru")]
    [InlineData("أين فاتورتي؟", "ar")]
    public void Other_languages_are_recognised(string text, string expected)
    {
        Assert.Equal(expected, ForeignLanguage.Of(text));
        Assert.Null(LanguageDetector.Detect(text));
    }

    [Theory]
    [InlineData("Why is my invoice for Los Angeles and Las Vegas so high?")]
    [InlineData("Please send the payer the invoice of Café Olé for November")]
    [InlineData("Mon 9 EST is when we would pay")]
    [InlineData("Invoice INV-2026-0142")]
    [InlineData("cancel licence E3 asap")]
    [InlineData("We are Die Wirtschaft GmbH, can you resend the invoice?")]
    [InlineData("請求書再発行")]
    [InlineData("御社の営業時間は？")]
    [InlineData("契約更新日確認")]
    [InlineData("我々の請求書が届きません")]
    [InlineData("🍚🍚")]
    [InlineData("")]
    public void What_the_bot_speaks_is_not_taken_for_another(string text) => Assert.Null(ForeignLanguage.Of(text));
}
