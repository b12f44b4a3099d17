using BillingBot.Knowledge.Articles.Search;

namespace BillingBot.Tests.Articles.Search;

/// <summary>A word that nobody taught is read as the taught one the customer meant, and never where there is doubt that they meant it.</summary>
public sealed class SpellingTests
{
    private static readonly Spelling Spelling = new(
        ["where is my invoice", "the invoice is wrong", "cancel my subscription", "subscription renews", "cancel it", "オフィスの請求", "オフィスが開かない", "one visio licence"],
        ["azure"]);

    [Theory]
    [InlineData("cansel my subscripton", "cancel my subscription")]
    [InlineData("the invioce", "the invoice")]
    [InlineData("the invvoice for azrue", "the invoice for azure")]
    [InlineData("オフイスの請求", "オフィスの請求")]
    public void A_letter_too_few_or_too_many_a_wrong_one_and_two_swapped_are_corrected(string written, string meant) =>
        Assert.Equal(meant, Spelling.Correct(written));

    [Theory]
    [InlineData("where is my invoice")]
    [InlineData("invoices and invoiced")]
    [InlineData("vision")]
    [InlineData("canal")]
    [InlineData("nvoice")]
    [InlineData("mi is")]
    [InlineData("請求書をください 0")]
    [InlineData("")]
    public void Known_words_short_ones_rare_ones_and_what_is_further_off_stay(string written) =>
        Assert.Equal(written, Spelling.Correct(written));
}
