using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Cases.Duties;

/// <summary>The customer does not answer: they are asked once, then the case is closed with a way back.</summary>
internal sealed class CustomerSilentDuty(PlanHours hours, CaseSpeech speech, CaseClosing closing, IOptions<CasesOptions> options) : ICaseDuty
{
    public bool IsDue(Case known, string? plan, Instant now) =>
        known is { Status: CaseStatus.AwaitingCustomer, LastStaffAt: { } said }
        && now >= (known.CustomerRemindedAt is { } asked ? asked + Days(options.Value.CloseAfter) : said + Days(options.Value.AskCustomerAfter))
        && hours.AreNow(plan, now);

    public async Task DoAsync(BillingDb db, Case known, string? plan, Instant now, CancellationToken cancellationToken)
    {
        if (known.CustomerRemindedAt is null)
        {
            known.CustomerRemindedAt = now;
            CaseAlerts.Add(db, known, CaseAlert.CustomerAsked, now);
            await speech.NoticeAsync(db, known, "StillThere", now, cancellationToken, known.Id);
        }
        else if (!await HasUndeliveredAsync(db, known, cancellationToken))
        {
            await CaseEndings.CloseAsync(db, known, Resolution.NoAnswer, "bot", "bot", null, now, cancellationToken);
            await closing.TellAsync(db, known, "bot", now, cancellationToken);
        }
        else
        {
            // They cannot answer what they never got: staff must find another way.
            known.CustomerRemindedAt = now;
            CaseAlerts.Add(db, known, CaseAlert.AnswerUndelivered, now);
        }
    }

    private static Task<bool> HasUndeliveredAsync(BillingDb db, Case known, CancellationToken cancellationToken) => db.Messages.AnyAsync(
        message => message.ConversationId == known.ConversationId && message.Author == Author.Staff
            && (message.Status == MessageStatus.Dead || message.Status == MessageStatus.Pending) && message.At >= known.CreatedAt
            && (message.MailId == null || db.Mails.Any(letter => letter.Id == message.MailId && letter.DeadAt != null)),
        cancellationToken);

    private static Duration Days(TimeSpan time) => Duration.FromTimeSpan(time);
}
