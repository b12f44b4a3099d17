using System.Globalization;
using NodaTime;

namespace BillingBot.Knowledge.Support;

/// <summary>Reads the file in which a partner publishes its support offer.</summary>
internal static class OfferReader
{
    private const string LanguagesMend = "Write one text, or one for each language: '{ en: ..., ja: ... }'.";

    /// <param name="file">Path of the YAML file; iCalendar files it names are looked for beside it.</param>
    /// <exception cref="OfferFileException">The file cannot be used.</exception>
    public static PublishedOffer Read(string file)
    {
        var top = YamlFile.Load(file, "Support:OfferFile", "Publish 'partner', 'timeZone' and 'plans', or leave Support:OfferFile empty.");
        top.Only("partner", "timeZone", "publicHolidays", "plans");

        var zoneName = top.Required("timeZone", "Write an IANA name such as Asia/Tokyo.");
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneName.Text())
            ?? throw zoneName.Problem($"'{zoneName.Text()}' is no IANA time zone.", "Write a name such as Asia/Tokyo or Europe/Berlin.");
        var hours = new HoursReader(zone, top.Optional("publicHolidays") is { } files
            ? HolidayCalendar.Read(files.Items().Select(item => Path.Combine(Path.GetDirectoryName(file)!, item.Text())))
            : null);

        var plans = new List<SupportPlan>();
        foreach (var section in top.Required("plans", "Publish at least one plan, or leave Support:OfferFile empty.").Items())
        {
            var plan = Plan(section, hours);
            if (plans.Exists(other => other.Name.Equals(plan.Name, StringComparison.OrdinalIgnoreCase)))
                throw section.Problem($"a second plan is called '{plan.Name}'.", "Give each plan a name of its own.");
            plans.Add(plan);
        }

        if (plans.Count == 0)
            throw top.Problem("'plans' is empty.", "Publish at least one plan, or leave Support:OfferFile empty.");
        return new(top.Required("partner", "Write the name customers know you by.").Text(), zone, plans);
    }

    /// <summary>One text for all languages, or one for each.</summary>
    public static LocalizedText Localized(YamlSection section)
    {
        if (!section.IsMapping)
            return new(new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = section.Text() });

        var texts = section.Entries().ToDictionary(entry => LanguageCode(entry.Key, entry.Value), entry => entry.Value.Text(), StringComparer.Ordinal);
        return texts.Count > 0 ? new(texts) : throw section.Problem("no text is given.", LanguagesMend);
    }

    private static SupportPlan Plan(YamlSection plan, HoursReader hours)
    {
        plan.Only("name", "description", "hours", "contacts", "price", "languages", "responseTargets");
        return new(
            plan.Required("name", "Write the name under which customers hold the plan.").Text(),
            Localized(plan.Required("description", LanguagesMend)),
            hours.Read(plan.Required("hours", "Write 'always: true' for 24x7, or 'weekly' spans.")),
            [.. plan.Required("contacts", "Name at least one way to reach you, such as '- email: support@example.com'.").Items().SelectMany(Contacts)],
            PriceReader.Read(plan.Required("price", "Write 'included: true', or amountMinor, currency and per.")),
            [.. plan.Optional("languages")?.Items().Select(item => LanguageCode(item.Text(), item)) ?? []])
        {
            Targets = ResponseTargetsReader.Read(plan.Optional("responseTargets")),
        };
    }

    private static IEnumerable<SupportContact> Contacts(YamlSection entry) =>
        entry.Only("phone", "email", "url", "chat").Entries().Select(contact => (contact.Key, contact.Value.Text()) switch
        {
            ("phone", var number) when number.Any(char.IsAsciiDigit) => new SupportContact(ContactKind.Phone, number),
            ("email", var address) when System.Net.Mail.MailAddress.TryCreate(address, out _) => new(ContactKind.Email, address),
            ("url" or "chat", var link) when Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps =>
                new(contact.Key is "url" ? ContactKind.Url : ContactKind.Chat, link),
            (var kind, var address) => throw contact.Value.Problem($"'{address}' is no {kind} contact.", kind switch
            {
                "phone" => "Write an international number such as \"+81-3-5550-0100\".",
                "email" => "Write an address such as support@example.com.",
                _ => "Write a whole link that starts with https://.",
            }),
        });

    private static string LanguageCode(string code, YamlSection place)
    {
        try
        {
            return CultureInfo.GetCultureInfo(code, predefinedOnly: true).TwoLetterISOLanguageName;
        }
        catch (CultureNotFoundException)
        {
            throw place.Problem($"'{code}' is no language code.", "Write a code such as en or ja.");
        }
    }
}
