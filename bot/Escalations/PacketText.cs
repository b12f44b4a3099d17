using System.Globalization;
using BillingBot.Conversation;
using BillingBot.Knowledge.Support.Escalations;
using BillingBot.Knowledge.Support.Routing;
using BillingBot.Routing;
using NodaTime;

namespace BillingBot.Escalations;

/// <summary>Writes a request as it is filed in Partner Center: plain text, the customer's context first, only what is there.</summary>
internal sealed class PacketText(RoutingWords words)
{
    private readonly Phrases<PacketText> _phrases = new();

    /// <param name="customer">Name of the customer in whose context it is filed; null for a guest.</param>
    /// <param name="record">What the case's routing rests on; null when it was never routed.</param>
    /// <param name="contract">Number of the plan that it is filed with; null for none.</param>
    /// <param name="language">English unless Microsoft is written to in Japanese.</param>
    public string Write(Escalation packet, string? customer, RoutingRecord? record, string? contract, Language language)
    {
        var input = record?.Input;
        var lines = new List<string> { _phrases[language, $"Title.{packet.Kind}"], "" };
        Section("Context",
            ("Customer", customer), ("Tenant", packet.TenantId), ("Subscription", packet.SubscriptionId), ("Invoice", packet.InvoiceNumber),
            ("ReservationOrder", packet.ReservationOrderId), ("Reservations", Many(packet.ReservationIds)),
            ("Product", input?.Product is { } product ? words.Of(product, language) : null));
        Section("Request",
            ("Severity", _phrases[language, $"Severity.{packet.Severity}"]),
            ("Plan", record?.Decision.Destination.Tier is { } tier ? words.Of(tier, language) : null), ("Contract", contract),
            ("Case", packet.CaseId.ToString(CultureInfo.InvariantCulture)), ("Incident", packet.IncidentId),
            ("From", Say(packet.IncidentFrom)), ("Until", Say(packet.IncidentUntil)), ("Duration", Duration(packet)),
            ("Users", packet.AffectedUsers?.ToString(CultureInfo.InvariantCulture)));
        Paragraph("Impact", packet.Impact);
        Paragraph("Evidence", packet.Evidence);
        if (packet.Kind is EscalationKind.Technical && input is not null)
        {
            Paragraph("Diagnosis", string.Join('\n', input.Diagnosis.Done.Select(step => $"- {words.Of(step, language)}")
                .Append(_phrases.Format(language, "Found", words.Of(input.Diagnosis.Finding, language)))));
        }

        Section("Contact", ("Name", packet.ContactName), ("Email", packet.ContactEmail), ("Phone", packet.ContactPhone));
        lines.Add(_phrases[language, "ContactNote"]);
        if (packet.CreditDeadline is { } deadline)
        {
            lines.AddRange(["", _phrases.Format(language, "Deadline", deadline.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture))]);
        }

        return string.Join('\n', lines);

        void Section(string title, params (string Key, string? Value)[] rows)
        {
            lines.Add(_phrases[language, title]);
            lines.AddRange(rows.Where(row => row.Value is not null).Select(row => $"{_phrases[language, row.Key]}: {row.Value}"));
            lines.Add("");
        }

        void Paragraph(string title, string? text)
        {
            if (text is not null)
            {
                lines.AddRange([_phrases[language, title], text, ""]);
            }
        }
    }

    private static string? Many(List<string> ids) => ids.Count == 0 ? null : string.Join(", ", ids);

    private static string? Say(Instant? at) => at?.ToString("uuuu-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string? Duration(Escalation packet) => packet is { IncidentFrom: { } from, IncidentUntil: { } until }
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)(until - from).TotalHours} h {(until - from).Minutes} min")
        : null;
}
