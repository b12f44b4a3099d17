using BillingBot.Cases;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BillingBot.Tests.Cases;

/// <summary>A customer in a conversation with an open case, and staff to take it.</summary>
internal sealed class CaseStage(BotHost bot, CustomerConversation customer, long id)
{
    public static readonly StaffUser Yuki = Agent("yuki", "Yuki");
    public static readonly StaffUser Ren = Agent("ren", "Ren");
    public static readonly StaffUser Lead = Staff.Of("mio", "Mio", StaffRole.Lead) with { Email = "mio@northwindcloud.example" };
    public static readonly StaffUser Editor = Staff.Of("ed", "Ed", StaffRole.KnowledgeEditor);

    private int _sent;

    public CustomerConversation Customer => customer;
    public long Id => id;
    public CaseDesk Desk => bot.Services.GetRequiredService<CaseDesk>();
    public CaseReader Reader => bot.Services.GetRequiredService<CaseReader>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static StaffUser Agent(string id, string name) =>
        Staff.Of(id, name, StaffRole.Agent) with { Email = $"{id}@northwindcloud.example" };

    /// <summary>The customer says hello, and a case is opened.</summary>
    public static async Task<CaseStage> OpenAsync(BotHost bot, CustomerConversation? customer = null, Func<Case, Case>? change = null)
    {
        customer ??= bot.Conversation();
        await customer.CustomerSays("hello");
        var conversation = await bot.ReadAsync(db => db.Conversations.SingleAsync(known => known.ChannelConversationId == customer.Id, Ct));
        return new CaseStage(bot, customer, await bot.OpenCaseInAsync(conversation.Id, change: change));
    }

    /// <summary>A case in a conversation that was started otherwise.</summary>
    public static async Task<CaseStage> InAsync(BotHost bot, string channelConversationId, Func<Case, Case>? change = null)
    {
        var conversation = await bot.ReadAsync(db => db.Conversations.SingleAsync(known => known.ChannelConversationId == channelConversationId, Ct));
        return new CaseStage(bot, bot.Conversation(), await bot.OpenCaseInAsync(conversation.Id, change: change));
    }

    /// <summary>A case of a known person.</summary>
    public static Case Of(Case opened, string customerId, string personId, Urgency urgency = Urgency.Normal) => new()
    {
        Id = opened.Id,
        ConversationId = opened.ConversationId,
        CustomerId = customerId,
        PersonId = personId,
        SenderId = opened.SenderId,
        Language = opened.Language,
        Reason = opened.Reason,
        Summary = opened.Summary,
        Queue = opened.Queue,
        Urgency = urgency,
        CreatedAt = opened.CreatedAt,
    };

    public Task<Case> CaseAsync() => bot.ReadAsync(db => db.Cases.SingleAsync(known => known.Id == id, Ct));

    public async Task ClaimAsync(StaffUser? by = null) => Assert.IsType<CaseOutcome.Done>(await Desk.ClaimAsync(by ?? Yuki, id, Ct));

    public Task<CaseOutcome> SayAsync(string text, StaffUser? by = null) =>
        Desk.SendAsync(by ?? Yuki, id, $"c{Interlocked.Increment(ref _sent)}", text, Ct);

    public Task<IReadOnlyList<TranscriptEntry>> TranscriptAsync(long after = 0) => Reader.TranscriptAfterAsync(Yuki, id, after, Ct);

    /// <summary>What the bot has told staff of it.</summary>
    public async Task<IReadOnlyList<string?>> AlertsAsync() => [.. (await Reader.EventsAfterAsync(Yuki, id, 0, Ct))
        .Where(happened => happened.Kind == CaseEventKind.Alert).Select(happened => happened.Text)];

    /// <summary>The colleague has opened a console.</summary>
    public Task KnowAsync(StaffUser user) => bot.Services.GetRequiredService<StaffDirectory>().SeenAsync(user, Ct);

    /// <summary>Time passes, then the bot looks what has become due.</summary>
    public async Task PassAsync(Duration time)
    {
        bot.Clock.Advance(time.ToTimeSpan());
        await bot.Services.GetRequiredService<CaseRound>().RunAsync(Ct);
        await bot.Services.GetRequiredService<AnswerMails>().RunAsync(Ct);
    }
}
