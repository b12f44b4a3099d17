using BillingBot.Knowledge.Articles.Search;

namespace BillingBot.Tests.Articles.Search;

public sealed class TextFoldingTests
{
    [Theory]
    [InlineData("  What's  UP?! ", "what up")]
    [InlineData("I can’t pay & won't", "i can not pay will not")]
    [InlineData("Ｍ３６５　ﾗｲｾﾝｽ", "m365 ライセンス")]
    [InlineData("解約したい。", "解約したい")]
    [InlineData("😀🎉", "")]
    [InlineData("", "")]
    public void Words_a_reader_takes_for_the_same_become_the_same(string text, string folded) =>
        Assert.Equal(folded, TextFolding.Fold(text));

    [Fact]
    public void Half_a_surrogate_pair_does_no_harm() => Assert.Equal("pay now", TextFolding.Fold("pay\ud83d now"));

    [Theory]
    [InlineData("invoices", "invoice")]
    [InlineData("cancelling", "cancelled")]
    [InlineData("payments", "pay")]
    public void English_endings_come_off(string left, string right) =>
        Assert.Equal(LightStemmer.Stem(left), LightStemmer.Stem(right));

    [Theory]
    [InlineData("is")]
    [InlineData("access")]
    public void Short_words_and_double_s_stay(string word) => Assert.Equal(word, LightStemmer.Stem(word));
}
