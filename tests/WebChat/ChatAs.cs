using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BillingBot.Tests.WebChat;

/// <summary>Who chats on a developer's page.</summary>
internal static partial class ChatAs
{
    public static Task Person(IPage page, string person) =>
        page.AddInitScriptAsync($"sessionStorage.setItem('billingbot.person', '{person}')");

    public static string CodeIn(string mail) => Code().Match(mail).Value;

    [GeneratedRegex(@"\b\d{3} ?\d{3}\b", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Code();
}
