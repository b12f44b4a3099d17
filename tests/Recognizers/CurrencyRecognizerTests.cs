namespace BillingBot.Tests.Recognizers;

public sealed class CurrencyRecognizerTests
{
    public static TheoryData<string, string, string, string> Rows() => NumberTable.Rows(column: 3);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Finds_every_amount_the_customer_wrote_and_nothing_else(string culture, string query, string texts, string values)
    {
        var found = NumberTable.Currencies.Recognize(query, culture);

        Assert.Equal(texts, NumberTable.Joined(found.Select(result => result.Text)));
        Assert.Equal(values, NumberTable.Joined(found.Select(result => Said(result.Values.Single()))));
        Assert.All(found, result => Assert.Equal(("currency", result.Text), (result.TypeName, query[result.Start..(result.End + 1)])));
    }

    [Theory]
    [InlineData("en", "$5", "Dollar", null)]
    [InlineData("en", "US$5", "United States dollar", "USD")]
    [InlineData("en", "5 pounds", "Pound", null)]
    [InlineData("ja", "5ドル", "United States dollar", "USD")]
    [InlineData("ja", "5円", "Japanese yen", "JPY")]
    public void A_unit_that_several_countries_have_carries_no_code(string culture, string query, string unit, string? code)
    {
        var value = Assert.Single(NumberTable.Currencies.Recognize(query, culture)).Values.Single();

        Assert.Equal((unit, code), (value["unit"], value.GetValueOrDefault("isoCurrency")));
    }

    [Fact]
    public void A_currency_named_alone_has_no_value() =>
        Assert.DoesNotContain("value", Assert.Single(NumberTable.Currencies.Recognize("in euros?", "en")).Values.Single());

    [Theory]
    [InlineData("en", "😀😀 $1,200.50", "$1,200.50", 5)]
    [InlineData("ja", "🎉十二万円🎉", "十二万円", 2)]
    public void Indices_are_those_of_the_words_as_written(string culture, string query, string text, int start)
    {
        var result = Assert.Single(NumberTable.Currencies.Recognize(query, culture));

        Assert.Equal((text, start, start + text.Length - 1), (result.Text, result.Start, result.End));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("")]
    public void Other_cultures_find_nothing(string culture) => Assert.Empty(NumberTable.Currencies.Recognize("$5", culture));

    private static string Said(IReadOnlyDictionary<string, string> value) =>
        $"{value.GetValueOrDefault("value", "?")} {value.GetValueOrDefault("isoCurrency", value["unit"])}";
}
