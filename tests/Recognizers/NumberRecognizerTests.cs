using BillingBot.Recognizers;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Recognizers;

public sealed class NumberRecognizerTests
{
    public static TheoryData<string, string, string, string> Rows() => NumberTable.Rows(column: 1);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Finds_every_number_the_customer_wrote_and_nothing_else(string culture, string query, string texts, string values)
    {
        var found = NumberTable.Numbers.Recognize(query, culture);

        Assert.Equal(texts, NumberTable.Joined(found.Select(result => result.Text)));
        Assert.Equal(values, NumberTable.Joined(found.Select(result => result.Values.Single()["value"])));
        Assert.All(found, result => Assert.Equal(("number", result.Text), (result.TypeName, query[result.Start..(result.End + 1)])));
    }

    [Theory]
    [InlineData("en", "😀 seats: twenty-five 😀", "twenty-five", 10)]
    [InlineData("en", "👩‍👩‍👧 42", "42", 9)]
    [InlineData("en", "İİİ １，２００", "１，２００", 4)]
    [InlineData("en", "\u202E42\u202C", "42", 1)]
    [InlineData("ja", "📅１２万です", "１２万", 2)]
    [InlineData("ja", "ｾｲｷｭｳｼｮ ｦ 3件", "3", 10)]
    public void Indices_are_those_of_the_words_as_written(string culture, string query, string text, int start)
    {
        var result = Assert.Single(NumberTable.Numbers.Recognize(query, culture));

        Assert.Equal((text, start, start + text.Length - 1), (result.Text, result.Start, result.End));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("")]
    public void Other_cultures_find_nothing(string culture) => Assert.Empty(NumberTable.Numbers.Recognize("42", culture));

    // The official recognisers' way to write values: what needs more than 15 digits is rounded.
    [Theory]
    [InlineData("1.50", "1.5")]
    [InlineData("two thirds", "0.666666666666667")]
    [InlineData("999,999,999,999.99", "999999999999.99")]
    [InlineData("-127.32e13", "-1.2732E+15")]
    public void Values_are_invariant_text(string query, string value) =>
        Assert.Equal(value, Assert.Single(NumberTable.Numbers.Recognize(query, "en")).Values.Single()["value"]);

    [Fact]
    public void The_host_offers_both_recognisers_for_both_languages()
    {
        using var bot = Host.BotHost.Start(settings: Host.BotHost.NoArticles);

        Assert.NotEmpty(bot.Services.GetRequiredService<INumberRecognizer>().Recognize("十二万", "ja"));
        Assert.NotEmpty(bot.Services.GetRequiredService<ICurrencyRecognizer>().Recognize("$5", "en"));
    }
}
