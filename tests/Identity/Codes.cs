using System.Text.RegularExpressions;
using BillingBot.Knowledge.Storage;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Identity;

/// <summary>Reads codes where their owner would: in the mail.</summary>
internal static partial class Codes
{
    public const string Alex = "contoso-alex@example.com";
    public const string Mika = "adventure-mika@example.com";

    /// <summary>The newest code that was mailed to the address.</summary>
    public static async Task<string> CodeForAsync(this BotHost bot, string address)
    {
        var mail = await bot.ReadAsync(db => db.Mails.Where(row => row.To == address).OrderByDescending(row => row.Id).FirstAsync());
        return Digits().Match(mail.Body).Value;
    }

    /// <summary>Another code than the right one.</summary>
    public static string Wrong(string code, int number = 1) => $"{(int.Parse(code, null) + number) % 1_000_000:D6}";

    /// <summary>A guest gives the address; the code is on its way.</summary>
    public static async Task<string> AskAsync(this CustomerConversation chat, BotHost bot, string address = Alex)
    {
        await chat.CustomerSays("verify me");
        await chat.CustomerSays(address);
        return await bot.CodeForAsync(address);
    }

    public static Task WhenMailedAsync(this BotHost bot) =>
        bot.WaitForAsync(async db => !await db.Mails.AnyAsync(mail => mail.SentAt == null && mail.DeadAt == null));

    public static Task<int> WriteAsync(this BotHost bot, Func<BillingDb, Task<int>> write) =>
        bot.Services.GetRequiredService<DbWriter>().CommitAsync((db, _) => write(db), TestContext.Current.CancellationToken);

    [GeneratedRegex(@"(?<!\d)\d{6}(?!\d)", RegexOptions.None, 1_000)]
    private static partial Regex Digits();
}
