using BillingBot.Conversation;
using BillingBot.Escalations;
using BillingBot.Knowledge.Support.Escalations;
using BillingBot.Knowledge.Support.Routing;
using BillingBot.Routing;
using BillingBot.Tests.Support.Routing.Situations;

namespace BillingBot.Tests.Support.Escalations;

/// <summary>The text that staff copy into Partner Center.</summary>
public sealed class PacketTextTests
{
    private static readonly PacketText Text = new(new RoutingWords());

    [Fact]
    public void A_credit_s_claim_holds_all_that_Microsoft_asks_for() => Assert.Equal(
        """
        Claim for a service level credit

        CUSTOMER CONTEXT (open Partner Center on this customer first)
        Customer: Contoso Ltd
        Tenant ID: 6f1a2c1e-0d0f-4c41-9a55-4f5a5a3f7a02
        Subscription: contoso-sales
        Invoice: INV-2026-0142
        Reservation order ID: 11111111-0d0f-4c41-9a55-4f5a5a3f7a02
        Reservation IDs: 22222222-0d0f-4c41-9a55-4f5a5a3f7a02

        REQUEST
        Severity: critical
        Our ticket number: 1001
        Incident ID: EX123456
        Began: 2026-11-20 01:00 UTC
        Ended: 2026-11-20 07:30 UTC
        Duration: 6 h 30 min
        Affected users: 40

        IMPACT
        No mail

        EVIDENCE
        Logs

        CONTACT
        Name: Aki
        E-mail: aki@northwindcloud.example

        Please contact us, the partner, and not the customer.

        All evidence must be in by 2026-12-31 (UTC).
        """.ReplaceLineEndings("\n"),
        Text.Write(Packets.Full(EscalationKind.SlaCredit), "Contoso Ltd", null, null, Language.English));

    [Fact]
    public void A_technical_request_names_the_plan_and_the_diagnosis()
    {
        var input = Given.Diagnosed(finding: Finding.Bug);
        var record = new RoutingRecord(input, RoutingEngine.Decide(input, Given.DirectBill(MicrosoftTier.AdvancedSupportForPartners)));
        var text = Text.Write(Packets.Full(EscalationKind.Technical), "Contoso Ltd", record, "ASFP-1", Language.English);
        Assert.Contains("Filed with: Advanced Support for Partners\nContract: ASFP-1\n", text, StringComparison.Ordinal);
        Assert.Contains("DIAGNOSIS\n- which product it is\n- service health\n", text, StringComparison.Ordinal);
        Assert.Contains("Found: a bug\n", text, StringComparison.Ordinal);
        Assert.Contains("Product: Azure\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_leaves_no_empty_line_in_either_language() => Assert.All(
        new[] { Language.English, Language.Japanese },
        language => Assert.DoesNotContain(": \n", Text.Write(
            new Escalation { CaseId = 1, Kind = EscalationKind.Commercial, CreatedAt = Packets.Now, CreatedBy = "aki" }, null, null, null, language), StringComparison.Ordinal));

    [Fact]
    public void Japanese_is_there() => Assert.StartsWith(
        "SLAクレジットの申請", Text.Write(Packets.Full(EscalationKind.SlaCredit), "Contoso", null, null, Language.Japanese), StringComparison.Ordinal);
}
