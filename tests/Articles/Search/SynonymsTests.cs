using BillingBot.Knowledge.Articles.Search;

namespace BillingBot.Tests.Articles.Search;

public sealed class SynonymsTests
{
    private const string Yaml = """
        # comment
        - [m365, Microsoft 365, Office 365]
        - [licence, seat, Seats]
        - [請求書, インボイス]
        """;

    private static readonly Synonyms Known = Synonyms.Parse(Yaml);

    [Theory]
    [InlineData("two seats of office 365", "two licence of m365")]
    [InlineData("we are seated", "we are seated")]
    [InlineData("インボイスの再送", "請求書の再送")]
    [InlineData("office 365の請求書", "m365の請求書")]
    public void Each_word_is_read_as_the_first_of_its_group(string folded, string unified) =>
        Assert.Equal(unified, Known.Unify(folded));

    [Fact]
    public void A_mistake_in_the_file_names_its_line() =>
        Assert.Contains("line 2", Assert.Throws<InvalidDataException>(() => Synonyms.Parse("- [a, b]\n- word")).Message);
}
