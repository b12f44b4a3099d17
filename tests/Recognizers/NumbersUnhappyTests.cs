using System.Globalization;
using BillingBot.Recognizers;

namespace BillingBot.Tests.Recognizers;

public sealed class NumbersUnhappyTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   \r\n\t ")]
    [InlineData("😀😀😀")]
    [InlineData("\ud83d")]
    [InlineData("\0\uffff")]
    [InlineData("-.,/^%$¥€")]
    [InlineData("99999999999999999999999999999999999999999999999999")]
    public void Nothing_is_found_in_nothing(string query) =>
        Assert.All(["en", "ja"], culture => Assert.Empty(Recognize(query, culture)));

    // Reading that went back over what it had read would not come to an end here.
    [Theory(Timeout = 120_000)]
    [InlineData("I owe $1,200.50, not twelve hundred dollars. ", 4)]
    [InlineData("請求は12万円です。", 2)]
    [InlineData("one hundred and ", 1)]
    [InlineData("3 hundred and 2 hundred and ", 2)]
    [InlineData("a half and two thirds of ", 0)]
    [InlineData("1", 0)]
    [InlineData("1.", 0)]
    [InlineData("1,", 0)]
    [InlineData("123 ", 0)]
    [InlineData("1 1/", 0)]
    [InlineData("1-", 0)]
    [InlineData("A-1-", 0)]
    [InlineData("minus - ", 0)]
    [InlineData("$ ", 0)]
    [InlineData("m", 0)]
    [InlineData("            ", 0)]
    [InlineData("一", 0)]
    [InlineData("十", 0)]
    [InlineData("千万億兆", 0)]
    [InlineData("1万億", 0)]
    [InlineData("3分の", 0)]
    [InlineData("5と", 0)]
    [InlineData("さんびゃく", 0)]
    [InlineData("余り数", 0)]
    public async Task A_hundred_kilobytes_are_read_in_one_pass(string piece, int least)
    {
        var times = 100_000 / piece.Length;
        var query = string.Concat(Enumerable.Repeat(piece, times));

        var found = await Task.Run(() => Math.Max(Recognize(query, "en").Count, Recognize(query, "ja").Count), TestContext.Current.CancellationToken);

        Assert.True(found >= least * (times - 1), string.Create(CultureInfo.InvariantCulture, $"{found}"));
    }

    [Theory]
    [InlineData("en", "one two three twelve twenty ninety hundred hundreds thousand million billion trillion lakh crore and a an half third quarters fifths of over out minus - point dozen percent one the 1 25 0 3.5 1,200 1.234,56 .08 99999999999999999999999999 1e26 1e-26 0.00000000000000000000000001 / ^ k mm $ us$ usd eur £ dollars cents yen m try between , . ( )")]
    [InlineData("ja", "一 二 三 十 百 千 万 億 兆 〇 壱 余 数 第 何 1 25 0 3.5 1,200 99999999999999999999999999 1e26 1e-26 0.00000000000000000000000001 分の と また マイナス - △ ・ 点 、 , . / ^ ダース 割 % 円 銭 ドル セント ¥ $ usd 元 人民元 さん びゃく せん に ご k m")]
    public void Any_pile_of_number_words_is_read_without_fail(string culture, string pile)
    {
        var words = pile.Split(' ');
        var random = new Random(20261126);
        for (var i = 0; i < 20_000; i++)
        {
            var query = string.Join(i % 3 == 0 ? "" : " ", Enumerable.Range(0, 1 + (i % 9)).Select(_ => words[random.Next(words.Length)]));
            Places(query, NumberTable.Numbers.Recognize(query, culture));
            Places(query, NumberTable.Currencies.Recognize(query, culture));
        }
    }

    private static void Places(string query, IReadOnlyList<ModelResult> results)
    {
        var end = -1;
        foreach (var result in results)
        {
            Assert.True(result.Start > end && result.Text == query[result.Start..(result.End + 1)], string.Create(CultureInfo.InvariantCulture, $"{query}: {result}"));
            end = result.End;
        }
    }

    private static List<ModelResult> Recognize(string query, string culture) =>
        [.. NumberTable.Numbers.Recognize(query, culture), .. NumberTable.Currencies.Recognize(query, culture)];
}
