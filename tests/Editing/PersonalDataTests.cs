using BillingBot.Conversation;
using BillingBot.Editing;
using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Editing;

public sealed class PersonalDataTests(SharedBotWithoutArticles shared) : IClassFixture<SharedBotWithoutArticles>
{
    [Theory]
    [InlineData("I am Alex Wilber of Contoso Ltd, not Alexandra.", "I am [name] of [name], not Alexandra.")]
    [InlineData("Write to a.wilber+x@contoso.co.uk, please", "Write to [e-mail address], please")]
    [InlineData("INV-2026-0142 and G012345678 are late", "[invoice number] and [invoice number] are late")]
    [InlineData("call +81 (0)3-1234-5678 or 03 1234 5678 now", "call [phone number] or [phone number] now")]
    [InlineData("you took $1,200.50 and 300 USD twice", "you took [amount] and [amount] twice")]
    [InlineData("tenant 6f1a2c1e-0d0f-4c41-9a55-4f5a5a3f7a02 lost", "tenant [number] lost")]
    [InlineData("on 2026-11-24 10:00 with Office 2019 and Microsoft 365 E3", "on 2026-11-24 10:00 with Office 2019 and Microsoft 365 E3")]
    [InlineData("", "")]
    public void What_tells_whose_it_is_is_taken_out_and_the_rest_stays(string text, string expected) =>
        Assert.Equal(expected, Mask(text, Language.English));

    [Theory]
    [InlineData("田中です。田中美香と申します。", "[お名前]です。[お名前]と申します。")]
    [InlineData("請求書INV-2026-0142の120,000円について", "請求書[請求書番号]の[金額]について")]
    [InlineData("電話は０３－１２３４－５６７８です", "電話は[電話番号]です")]
    public void In_Japanese_too(string text, string expected) => Assert.Equal(expected, Mask(text, Language.Japanese));

    private string Mask(string text, Language language) =>
        shared.Bot.Services.GetRequiredService<PersonalData>().Mask(text, ["Alex Wilber", "Contoso Ltd", "田中 美香"], language);
}
