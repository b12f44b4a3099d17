using System.Text.RegularExpressions;
using BillingBot.Knowledge.Storage;

namespace BillingBot.Tests.Storage;

public sealed class StorableTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("請求書 🍣 مرحبا \u200F\uFEFF\uFFFD\u0001")]
    public void What_can_be_stored_stays_the_very_same_string(string text) => Assert.Same(text, StorableText.Of(text));

    [Theory]
    [InlineData(@"a\0b", "a\uFFFDb")]
    [InlineData(@"\0", "\uFFFD")]
    [InlineData(@"\uD83C", "\uFFFD")]
    [InlineData(@"🍣\uDF63🍣", "🍣\uFFFD🍣")]
    [InlineData(@"\uD83C\uD83C\uDF63\0", "\uFFFD🍣\uFFFD")]
    public void What_cannot_is_replaced_and_nothing_beside_it(string escaped, string stored) => Assert.Equal(stored, StorableText.Of(Regex.Unescape(escaped)));
}
