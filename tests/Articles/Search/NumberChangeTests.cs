using BillingBot.Knowledge.Articles.Search;

namespace BillingBot.Tests.Articles.Search;

public sealed class NumberChangeTests
{
    [Theory]
    [InlineData("can we go from 15 to 11 users", "#fewer")]
    [InlineData("raise it from 25 licences to 30", "#more")]
    [InlineData("from 80 down to 60", "#fewer")]
    [InlineData("ユーザー数を15から11にできますか", "#fewer")]
    [InlineData("１２人から１５人に", "#more")]
    [InlineData("from 10 to 10", null)]
    [InlineData("from 15 to 3 December", null)]
    [InlineData("the price went from 20.60 to 22", null)]
    [InlineData("the price went from 20 dollars to 22", null)]
    [InlineData("20ドルから22ドルになった", null)]
    [InlineData("9月1日から30日まで", null)]
    [InlineData("15時から11時", null)]
    [InlineData("which invoices are open", null)]
    public void Which_of_two_numbers_is_larger_is_a_word(string text, string? word) => Assert.Equal(word, NumberChange.Of(TextFolding.Fold(text)));
}
