using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.Console;

public sealed class PagesTests(ConsoleBrowser browser) : IClassFixture<ConsoleBrowser>
{
    [Theory]
    [InlineData("en-GB", 1280, "Queue", "Knowledge", "Routing", "Offer")]
    [InlineData("ja-JP", 390, "受付一覧", "ナレッジ", "振り分け", "サポート内容")]
    public async Task Every_page_is_accessible_and_fits(string locale, int width, params string[] titles)
    {
        await using var staff = await browser.OpenAsync("demo-aoi", locale: locale, width: width);
        string[] paths = ["", "/knowledge", "/routing", "/offer"];

        foreach (var (path, title) in paths.Zip(titles))
        {
            await staff.GoAsync(path);

            await Expect(staff.Heading).ToHaveTextAsync(title);
            await Expect(staff.Page).ToHaveTitleAsync(title);
            await staff.AssertAccessibleAsync();
            await staff.AssertFitsAsync();
            await staff.PictureAsync($"{path.TrimStart('/')}-{locale}-{width}");
        }

        Assert.Empty(staff.Complaints);
    }
}
