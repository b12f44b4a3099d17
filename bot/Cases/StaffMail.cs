using BillingBot.Conversation;
using BillingBot.Knowledge.Mail;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Cases;

/// <summary>E-mails to staff about cases: numbers and queues, none of the customer's words.</summary>
internal sealed class StaffMail(
    Phrases<StaffMail> phrases, IOptions<StaffOptions> staff, IOptions<CasesOptions> cases, IOptions<ConversationOptions> conversation)
{
    /// <summary>Staff:Mail, if it is set.</summary>
    public IReadOnlyList<string> Fallback => staff.Value.Mail is { Length: > 0 } address ? [address] : [];

    public Language Language => Language.FromLocale(conversation.Value.DefaultLanguage) ?? Language.English;

    /// <returns>Where new cases of a queue are mailed that has no address in the console; null for nowhere.</returns>
    public string? Of(string queue) => cases.Value.QueueMail.GetValueOrDefault(queue) ?? (Fallback is [var address, ..] ? address : null);

    /// <summary>Addresses of the leads whom the console has seen.</summary>
    /// <param name="also">Id of somebody else who is to hear of it; null for nobody.</param>
    public static async Task<IReadOnlyList<string>> LeadsAsync(BillingDb db, string? also, CancellationToken cancellationToken)
    {
        var staff = await db.StaffPresences.Where(member => member.Email != null).ToListAsync(cancellationToken);
        return [.. staff.Where(member => member.Id == also || member.User.Is(StaffRole.Lead)).Select(member => member.Email!)];
    }

    /// <param name="key">The phrases are called after it, with Subject and Body.</param>
    /// <param name="values">Fill in both.</param>
    public void Add(BillingDb db, IEnumerable<string> addresses, string key, Instant now, params object[] values) =>
        db.AddRange(addresses.Distinct(StringComparer.OrdinalIgnoreCase).Select(address => Letter(address, key, now, values)));

    public OutgoingMail Letter(string address, string key, Instant now, params object[] values) => new()
    {
        To = address,
        Subject = phrases.Format(Language, $"{key}Subject", values),
        Body = phrases.Format(Language, $"{key}Body", values),
        Language = Language.Code,
        CreatedAt = now,
    };

    public string Words(string key, params object[] values) => phrases.Format(Language, key, values);
}
