using BillingBot.Console.Cases;

namespace BillingBot.Tests.Console;

/// <summary>Staff read the bot's words without the signs of Markdown.</summary>
public sealed class PlainWordsTests
{
    [Theory]
    [InlineData("**Yuki**\n\n1\\*2 is \\_not\\_ bold", "Yuki\n\n1*2 is _not_ bold")]
    [InlineData("See [the invoice](https://example.com/1) and [https://a.example](https://a.example)", "See the invoice (https://example.com/1) and https://a.example")]
    [InlineData("## Terms\n- `P1M` is #1", "Terms\n- P1M is #1")]
    [InlineData("", "")]
    public void Signs_go_and_words_stay(string markdown, string words) => Assert.Equal(words, PlainWords.Of(markdown));

    [Theory]
    [InlineData(5, 0)]
    [InlineData(7, 0)]
    [InlineData(8, 20)]
    public void A_long_list_is_put_away_after_five_lines(int lines, int place) =>
        Assert.Equal(place, PlainWords.Rest(string.Join('\n', Enumerable.Repeat("row", lines))));
}
