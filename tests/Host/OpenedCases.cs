using BillingBot.Cases;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Extensions;

namespace BillingBot.Tests.Host;

/// <summary>Opens cases as the hand-off does.</summary>
internal static class OpenedCases
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task<Knowledge.Conversations.Conversation> NewestConversationAsync(this BotHost bot) =>
        bot.ReadAsync(db => db.Conversations.OrderByDescending(known => known.Id).FirstAsync(Ct));

    /// <summary>Opens a case in the conversation and tells the consoles.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="conversationId">Where it was asked for.</param>
    /// <param name="summary">In the customer's words.</param>
    /// <param name="queue">Where it waits.</param>
    /// <param name="language">Of the customer.</param>
    /// <param name="sender">Who asked; null for a guest without a name.</param>
    /// <param name="customerId">Null for a guest.</param>
    /// <param name="personId">Of the customer.</param>
    /// <param name="ago">How long it has been waiting.</param>
    /// <param name="change">The case to open in its place.</param>
    /// <param name="also">What is recorded with it.</param>
    /// <returns>Its number.</returns>
    public static async Task<long> OpenCaseInAsync(
        this BotHost bot,
        long conversationId,
        string summary = "help",
        string queue = "billing",
        string language = "en",
        TestUser? sender = null,
        string? customerId = null,
        string? personId = null,
        Duration ago = default,
        Func<Case, Case>? change = null,
        Func<BillingDb, Case, CancellationToken, Task>? also = null)
    {
        var number = await bot.Services.GetRequiredService<CaseNumbers>().TakeAsync(Ct);
        await bot.Services.GetRequiredService<DbWriter>().CommitAsync(
            async (db, token) =>
            {
                var at = bot.Clock.GetUtcNow().ToInstant() - ago;
                var opened = new Case
                {
                    Id = number,
                    ConversationId = conversationId,
                    CustomerId = customerId,
                    PersonId = personId,
                    SenderId = sender?.Id ?? "guest",
                    SenderName = sender?.Name,
                    Language = language,
                    Reason = CaseReason.AskedForPerson,
                    Summary = summary,
                    Queue = queue,
                    CreatedAt = at,
                };
                opened = change?.Invoke(opened) ?? opened;
                await new CaseOpening(opened, opened.Queue).ApplyAsync(db, at, token);
                await (also?.Invoke(db, opened, token) ?? Task.CompletedTask);
                return await db.SaveChangesAsync(token);
            },
            Ct);
        bot.Services.GetRequiredService<CaseFeed>().Publish();
        return number;
    }
}
