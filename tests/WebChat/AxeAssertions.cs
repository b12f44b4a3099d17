using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace BillingBot.Tests.WebChat;

/// <summary>What axe says of a page.</summary>
internal static class AxeAssertions
{
    /// <summary>Nothing has moved for this long; Web Chat and Blazor put a message, its card and its labels on the page one after the other.</summary>
    private const string StandsStill =
        """
        () => new Promise(settled => {
          const begun = performance.now();
          let last = begun;
          const watch = new MutationObserver(() => last = performance.now());
          watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
          const look = () => {
            const now = performance.now();
            if (now - begun > 5000 || (now - last > 150 && !document.getAnimations().some(one => one.playState === 'running'))) {
              watch.disconnect();
              settled();
            } else {
              setTimeout(look, 30);
            }
          };
          look();
        })
        """;

    /// <summary>Nothing serious for people with assistive technology, once the page stands still.</summary>
    public static async Task AssertAccessibleAsync(this IPage page)
    {
        await page.EvaluateAsync(StandsStill);
        var found = await page.RunAxe();
        string[] serious = [.. found.Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}")];
        Assert.True(serious.Length == 0, string.Join('\n', serious));
    }
}
