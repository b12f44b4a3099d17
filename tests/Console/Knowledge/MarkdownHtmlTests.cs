using BillingBot.Console.Knowledge;

namespace BillingBot.Tests.Console.Knowledge;

public sealed class MarkdownHtmlTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a <img src=x onerror=alert(1)> b")]
    [InlineData("[click](javascript:alert(1))")]
    [InlineData("[click](JaVaScRiPt&colon;alert(1))")]
    [InlineData("![x](https://evil.example/pixel.png)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x]: data:text/html,<script>1</script>\n\n[x]")]
    [InlineData("[x](https://a.example \"\" onmouseover=alert(1)\")")]
    public void Nothing_in_an_answer_becomes_script_or_is_loaded(string answer)
    {
        var html = MarkdownHtml.Of(answer).Value;
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"data", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("<[^>]* on[a-z]+=", html);
    }

    [Fact]
    public void What_answers_use_is_shown()
    {
        var html = MarkdownHtml.Of("**Bold** and [a page](https://learn.microsoft.com/x)\n\n- one\n\n| a | b |\n|---|---|\n| 1 | 2 |").Value;
        Assert.Contains("<strong>Bold</strong>", html);
        Assert.Contains("href=\"https://learn.microsoft.com/x\" target=\"_blank\" rel=\"noopener noreferrer\"", html);
        Assert.Contains("<li>one</li>", html);
        Assert.Contains("<td>2</td>", html);
    }
}
