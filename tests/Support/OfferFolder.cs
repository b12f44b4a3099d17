using BillingBot.Knowledge.Support;

namespace BillingBot.Tests.Support;

/// <summary>A folder of a partner's files, for as long as a test runs.</summary>
internal sealed class OfferFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("offer");

    /// <summary>The partner's files that are shipped as a demonstration.</summary>
    public static PublishedOffer Demo { get; } = OfferReader.Read(Path.Combine(AppContext.BaseDirectory, "Content", "demo", "offer.yaml"));

    public OfferFolder With(string file, string content)
    {
        File.WriteAllText(PathOf(file), content);
        return this;
    }

    public string PathOf(string file) => Path.Combine(_folder.FullName, file);

    public PublishedOffer Read() => OfferReader.Read(PathOf("offer.yaml"));

    public string Problem() => Assert.Throws<OfferFileException>(Read).Message;

    /// <summary>The calendar of an offer with one plan.</summary>
    /// <param name="hours">The YAML of <c>hours</c>, in one line.</param>
    /// <param name="publicHolidays">The VEVENT lines of its holidays; null for none.</param>
    public static SupportCalendar Calendar(string timeZone, string hours, string? publicHolidays = null)
    {
        using var folder = new OfferFolder().With("offer.yaml", Offer(timeZone, hours, publicHolidays is null ? "" : "publicHolidays: [days.ics]"));
        if (publicHolidays is not null)
            folder.With("days.ics", Ics(publicHolidays));
        return folder.Read().Plans[0].Calendar;
    }

    public static string Offer(string timeZone, string hours, string more = "") => $$"""
        partner: Fabrikam
        timeZone: {{timeZone}}
        {{more}}
        plans:
          - name: Basic
            description: Everything
            hours: {{hours}}
            contacts: { email: help@fabrikam.example }
            price: { included: true }
        """;

    public static string Ics(string events) => $"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n{events}\nEND:VCALENDAR\n";

    public static string Event(string lines) => $"BEGIN:VEVENT\nUID:{lines.Length}\n{lines}\nEND:VEVENT";

    public void Dispose() => _folder.Delete(recursive: true);
}
