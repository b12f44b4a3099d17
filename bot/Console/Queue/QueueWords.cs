using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Support;
using BillingBot.Knowledge.Support.Routing;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Console.Queue;

/// <summary>What the list says of a case, in the reader's language and the partner's time zone.</summary>
internal sealed class QueueWords(Words<QueueWords> say, StaffLanguage spoken, PublishedOffer offer, IClock clock)
{
    public string Of(Classification classification) => say[$"Classification_{classification}"];

    public string Of(Urgency urgency) => say[$"Urgency_{urgency}"];

    public string Of(SupportQueue queue) => queue.NameIn(spoken.Now.Code);

    /// <summary>In words first; the colour only repeats them.</summary>
    public string Of(SlaPosition sla, Case known) => sla switch
    {
        _ when !known.IsOpen => "",
        { State: SlaState.None } => say["Sla_None"],
        { State: SlaState.Breached, DueAt: { } due } => say[sla.IsFirstReply ? "Sla_FirstOverdue" : "Sla_Overdue", Since(due)],
        { State: SlaState.Breached } => say["Sla_Missed"],
        { IsPaused: true } or { DueAt: null } => say["Sla_Paused"],
        { DueAt: { } due } => say[sla.IsFirstReply ? "Sla_First" : "Sla_Solution", Moment(due)],
    };

    /// <summary>"5 min", "2 h 10 min", "3 d".</summary>
    public string Since(Instant at) => (clock.GetCurrentInstant() - at) switch
    {
        { TotalMinutes: < 1 } => say["UnderAMinute"],
        { TotalHours: < 1 } length => say["Minutes", length.Minutes],
        { TotalDays: < 1 } length => say["HoursAndMinutes", length.Hours, length.Minutes],
        var length => say["Days", length.Days],
    };

    /// <summary>"14:05" of today, else "Tue 24 Nov 14:05".</summary>
    private string Moment(Instant at)
    {
        var there = at.InZone(offer.Zone).LocalDateTime;
        var isToday = there.Date == clock.GetCurrentInstant().InZone(offer.Zone).Date;
        return LocalDateTimePattern.Create(say[isToday ? "Time" : "DayAndTime"], spoken.Now.Culture).Format(there);
    }
}
