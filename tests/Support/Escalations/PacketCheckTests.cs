using BillingBot.Knowledge.Support.Escalations;
using BillingBot.Knowledge.Support.Routing;
using BillingBot.Tests.Support.Routing.Situations;
using NodaTime.Text;

namespace BillingBot.Tests.Support.Escalations;

/// <summary>What a request to Microsoft needs, by its kind: F44, F57, F59, F62, F63.</summary>
public sealed class PacketCheckTests
{
    private static readonly RoutingInput Diagnosed = Given.Diagnosed();

    [Theory]
    [InlineData(EscalationKind.Technical)]
    [InlineData(EscalationKind.Commercial)]
    [InlineData(EscalationKind.Reservation)]
    [InlineData(EscalationKind.SlaCredit)]
    [InlineData(EscalationKind.Fraud)]
    public void With_everything_it_can_be_filed(EscalationKind kind) => Assert.Empty(Missing(Packets.Full(kind)));

    [Theory]
    [InlineData(EscalationKind.Technical, "CustomerContext PartnerContact Diagnosis Severity Subscription Impact Evidence")]
    [InlineData(EscalationKind.Commercial, "CustomerContext PartnerContact SubscriptionOrInvoice Evidence")]
    [InlineData(EscalationKind.Reservation, "CustomerContext PartnerContact ReservationOrderId ReservationIds")]
    [InlineData(EscalationKind.SlaCredit, "CustomerContext PartnerContact IncidentId Duration AffectedUsers Impact Evidence")]
    [InlineData(EscalationKind.Fraud, "CustomerContext PartnerContact Subscription Impact Evidence")]
    public void With_nothing_all_is_missing(EscalationKind kind, string missing) => Assert.Equal(
        missing,
        string.Join(' ', PacketCheck.Missing(
            new Escalation { CaseId = 1, Kind = kind, CreatedAt = Packets.Now, CreatedBy = "aki" }, null, PartnerModel.DirectBill, Packets.Now)));

    [Theory]
    [InlineData(EscalationKind.Technical)]
    [InlineData(EscalationKind.SlaCredit)]
    public void An_indirect_reseller_cannot_file(EscalationKind kind) => Assert.Equal(
        [PacketItem.FilingByProvider], PacketCheck.Missing(Packets.Full(kind), Diagnosed, PartnerModel.IndirectReseller, Packets.Now));

    [Fact]
    public void A_guest_has_no_context() => Assert.Equal([PacketItem.CustomerContext], Missing(With(packet => packet.CustomerId = null)));

    [Fact]
    public void A_name_alone_is_no_contact() => Assert.Equal([PacketItem.PartnerContact], Missing(With(packet => packet.ContactEmail = null)));

    [Fact]
    public void A_telephone_number_is_enough() => Assert.Empty(Missing(With(packet => (packet.ContactEmail, packet.ContactPhone) = (null, "+81-3-5550-0100"))));

    [Fact]
    public void Half_a_diagnosis_is_none() => Assert.Equal(
        [PacketItem.Diagnosis], PacketCheck.Missing(Packets.Full(EscalationKind.Technical), Given.Fault(), PartnerModel.DirectBill, Packets.Now));

    [Fact]
    public void An_incident_that_has_not_ended_has_no_duration() => Assert.Equal([PacketItem.Duration], Missing(With(packet => packet.IncidentUntil = null)));

    [Theory]
    [InlineData("EX123456", true)]
    [InlineData("MO1", true)]
    [InlineData("ex123456", false)]
    [InlineData("E1234", false)]
    [InlineData("EXO1234", false)]
    [InlineData("EX", false)]
    [InlineData("EX12a", false)]
    [InlineData("EX１２", false)]
    [InlineData("1234567", false)]
    [InlineData(null, false)]
    public void An_incident_id_is_two_letters_and_a_number(string? id, bool isOne) => Assert.Equal(isOne, PacketCheck.IsIncidentId(id));

    [Theory]
    [InlineData("2026-12-31T23:59:59Z", true)]
    [InlineData("2027-01-01T00:00:00Z", false)]
    public void A_credit_is_claimed_until_the_end_of_the_month_after_the_incident_s(string now, bool isInTime) => Assert.Equal(
        isInTime ? [] : [PacketItem.InTime],
        PacketCheck.Missing(Packets.Full(EscalationKind.SlaCredit), null, PartnerModel.DirectBill, InstantPattern.ExtendedIso.Parse(now).Value));

    [Theory]
    [InlineData("2026-11-20T01:00:00Z", "2026-12-31")]
    [InlineData("2026-01-31T23:59:59Z", "2026-02-28")]
    [InlineData("2026-02-01T00:00:00Z", "2026-03-31")]
    [InlineData("2028-01-15T00:00:00Z", "2028-02-29")]
    [InlineData("2026-12-31T23:59:59Z", "2027-01-31")]
    public void Months_are_UTC_also_where_Tokyo_is_a_day_ahead(string from, string deadline) => Assert.Equal(
        deadline, LocalDatePattern.Iso.Format(CreditDeadline.For(InstantPattern.ExtendedIso.Parse(from).Value)));

    private static Escalation With(Action<Escalation> change)
    {
        var packet = Packets.Full(EscalationKind.SlaCredit);
        change(packet);
        return packet;
    }

    private static IReadOnlyList<PacketItem> Missing(Escalation packet) => PacketCheck.Missing(packet, Diagnosed, PartnerModel.DirectBill, Packets.Now);
}
