using System.Text.RegularExpressions;
using BillingBot.Knowledge.Identity;
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

    /// <summary>Codes that were mailed; the bot has other things to mail as well.</summary>
    public static Task<int> MailedCodesAsync(this BotHost bot) => bot.ReadAsync(db => db.Mails.CountAsync(mail => mail.IsSecret));

    /// <summary>The newest code that was asked for in the conversation.</summary>
    public static Task<VerificationCode> NewestCodeAsync(this BotHost bot, CustomerConversation chat) => bot.ReadAsync(db => db.VerificationCodes
        .Where(code => db.Conversations.Any(row => row.Id == code.ConversationId && row.ChannelConversationId == chat.Id))
        .OrderByDescending(code => code.Id).FirstAsync());

    public static Task<bool> IsVerifiedAsync(this BotHost bot, CustomerConversation chat) => bot.ReadAsync(db => db.VerifiedSenders
        .AnyAsync(sender => db.Conversations.Any(row => row.Id == sender.ConversationId && row.ChannelConversationId == chat.Id)));

    /// <summary>Another code than the right one.</summary>
    public static string Wrong(string code, int number = 1) => $"{(int.Parse(code, null) + number) % 1_000_000:D6}";

    /// <summary>A guest gives the address; the code is on its way, and returned if it is one of those above.</summary>
    public static async Task<string> AskAsync(this CustomerConversation chat, BotHost bot, string address = Alex)
    {
        await chat.CustomerSays("verify me");
        await chat.CustomerSays(address);
        return address is Alex or Mika ? await bot.CodeForAsync(address) : "";
    }

    /// <summary>Nobody has asked for anything yet, and the demo's people are as they were.</summary>
    public static Task<int> ForgetAllAsync(this BotHost bot) => bot.WriteAsync(async db =>
    {
        await db.VerificationCodes.ExecuteDeleteAsync();
        await db.VerifiedSenders.ExecuteDeleteAsync();
        await db.Mails.ExecuteDeleteAsync();
        await db.StaffTasks.ExecuteDeleteAsync();
        await db.Audit.ExecuteDeleteAsync();
        return await db.People.ExecuteUpdateAsync(row => row
            .SetProperty(person => person.IsBillingContact, person => person.Id != "contoso-sam")
            .SetProperty(person => person.Name, person => person.Id == "contoso-sam" ? "Sam Carter" : person.Name)
            .SetProperty(person => person.Email, person => person.Id + "@example.com"));
    });

    public static Task WhenMailedAsync(this BotHost bot) =>
        bot.WaitForAsync(async db => !await db.Mails.AnyAsync(mail => mail.SentAt == null && mail.DeadAt == null));

    public static Task<int> WriteAsync(this BotHost bot, Func<BillingDb, Task<int>> write) =>
        bot.Services.GetRequiredService<DbWriter>().CommitAsync((db, _) => write(db), TestContext.Current.CancellationToken);

    [GeneratedRegex(@"(?<!\d)\d{6}(?!\d)", RegexOptions.None, 1_000)]
    private static partial Regex Digits();
}
