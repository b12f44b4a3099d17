using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Support.Routing;

namespace BillingBot.Console.Routing;

/// <summary>A queue as its form has it.</summary>
internal sealed record QueueDraft
{
    public string Id { get; set; } = "";
    public string NameEn { get; set; } = "";
    public string NameJa { get; set; } = "";
    public string? NotificationMail { get; set; }
    public Classification? DefaultFor { get; set; }

    public static QueueDraft Of(SupportQueue queue) => new()
    {
        Id = queue.Id,
        NameEn = queue.NameEn,
        NameJa = queue.NameJa,
        NotificationMail = queue.NotificationMail,
        DefaultFor = queue.DefaultFor,
    };

    public SupportQueue ToQueue(int version) => new()
    {
        Id = Id.Trim(),
        NameEn = NameEn.Trim(),
        NameJa = NameJa.Trim(),
        NotificationMail = NotificationMail,
        DefaultFor = DefaultFor,
        Version = version,
    };
}
