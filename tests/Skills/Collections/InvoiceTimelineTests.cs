using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing.Collections;
using BillingBot.Tests.Billing.Collections;

namespace BillingBot.Tests.Skills.Collections;

public sealed class InvoiceTimelineTests
{
    [Fact]
    public void The_next_step_names_its_date_its_effect_and_what_stops_it()
    {
        Assert.Equal(
            "Now: notice. From Thu 10 Dec the service of Microsoft 365 may be reduced. To stop this: pay USD 1,200.00 quoting INV-2026-0142, or tell me the day you will pay.",
            Desk.NextStep(OverdueInvoice.Due(Desk.Today.PlusDays(-14))));
        Assert.Equal(
            "Now: service may be reduced. From Thu 3 Dec access to Microsoft 365 may be suspended. To stop this: pay USD 1,200.00 quoting INV-2026-0142, or tell me the day you will pay.",
            Desk.NextStep(OverdueInvoice.Due(Desk.Today.PlusDays(-36))));
    }

    [Fact]
    public void It_is_said_in_japanese() => Assert.Equal(
        "現在の段階：正式な通知。12月10日(木)以降、Microsoft 365のサービスが制限される場合があります。これを止めるには、INV-2026-0142を明記のうえUSD 1,200.00をお支払いいただくか、お支払日をお知らせください。",
        Desk.NextStep(OverdueInvoice.Due(Desk.Today.PlusDays(-14)), Language.Japanese));

    [Theory]
    [InlineData(-14)]
    [InlineData(-400)]
    [InlineData(5)]
    public void Who_may_not_see_amounts_reads_none(int due)
    {
        var invoice = OverdueInvoice.Due(Desk.Today.PlusDays(due)).Paid(Desk.Today, 50_000);
        Assert.Contains("have your billing contact pay the open amount, quoting INV-2026-0142", Desk.NextStep(invoice, withAmounts: false), StringComparison.Ordinal);
        Assert.DoesNotContain("00", Desk.NextStep(invoice, withAmounts: false)!.Replace("INV-2026-0142", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(Desk.Steps(invoice, withAmounts: false), step => Assert.DoesNotContain("USD", step.Detail ?? "", StringComparison.Ordinal));
        Assert.Contains(Desk.Steps(invoice), step => step is { What: "Payment received", Detail: "USD 500.00" });
    }

    [Fact]
    public void The_timeline_has_what_was_what_is_and_what_comes()
    {
        var steps = Desk.Steps(OverdueInvoice.Due(Desk.Today.PlusDays(-14)).Paid(Desk.Today.PlusDays(-2), 50_000));
        Assert.Equal(
            [
                ("Sun 11 Oct", "Issued", StepState.Done),
                ("Tue 10 Nov", "Due", StepState.Done),
                ("Fri 13 Nov", "Reminder", StepState.Done),
                ("Sun 22 Nov", "Payment received", StepState.Done),
                ("Tue 24 Nov", "Notice", StepState.Current),
                ("Thu 10 Dec", "The service of Microsoft 365 may be reduced", StepState.ToCome),
                ("Fri 25 Dec", "Access to Microsoft 365 may be suspended", StepState.ToCome),
                ("Mon 8 Feb 2027", "The data in Microsoft 365 may be deleted", StepState.ToCome),
            ],
            steps.Select(step => (step.When, step.What, step.State)));
        Assert.Contains("Users: The product may stop working", steps[6].Detail, StringComparison.Ordinal);
        Assert.Contains("Administrators: Data can still be reached", steps[6].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_to_come_once_it_is_paid()
    {
        var invoice = OverdueInvoice.Due(Desk.Today.PlusDays(-30)).Paid(Desk.Today.PlusDays(-20), 120_000);
        Assert.Null(Desk.NextStep(invoice));
        var steps = Desk.Steps(invoice);
        Assert.Equal(["Issued", "Due", "Reminder", "Payment received"], steps.Select(step => step.What));
        Assert.All(steps, step => Assert.Equal(StepState.Done, step.State));
    }

    [Fact]
    public void A_promise_is_shown_as_a_pause_and_moves_what_comes()
    {
        var invoice = OverdueInvoice.Due(Desk.Today.PlusDays(-14)).Promised(Desk.Today, Desk.Today.PlusDays(10));
        Assert.Equal(
            "Paused until Fri 4 Dec: promise to pay. Not paid by then? From Sun 20 Dec the service of Microsoft 365 may be reduced.",
            Desk.NextStep(invoice));
        Assert.Contains(Desk.Steps(invoice), step => step is { What: "Paused until Fri 4 Dec: promise to pay", State: StepState.Current });
        Assert.Contains(Desk.Steps(invoice), step => step is { What: "Notice", State: StepState.Done });
        Assert.Contains(Desk.Steps(invoice, Language.Japanese), step => step.What == "12月4日(金)まで一時停止中（お支払いのお約束）");
    }

    [Fact]
    public void While_a_dispute_is_open_no_step_has_a_date()
    {
        var invoice = OverdueInvoice.Due(Desk.Today.PlusDays(-14)).Disputed(Desk.Today.PlusDays(-1));
        Assert.StartsWith("Paused while your dispute is checked.", Desk.NextStep(invoice), StringComparison.Ordinal);
        Assert.Contains("pay the part that is not in dispute", Desk.NextStep(invoice), StringComparison.Ordinal);
        Assert.Contains(Desk.Steps(invoice), step => step is { What: "Notice", When: "No date yet", State: StepState.ToCome });
    }

    [Fact]
    public void Before_the_due_date_it_says_until_when_to_pay() => Assert.Equal(
        "Please pay USD 1,200.00 quoting INV-2026-0142 by Fri 27 Nov.", Desk.NextStep(OverdueInvoice.Due(Desk.Today.PlusDays(3))));

    [Fact]
    public void After_the_last_stage_only_payment_or_a_person_helps() => Assert.Equal(
        "Now: data may be deleted. Please pay USD 1,200.00 quoting INV-2026-0142 at once, or talk to a person.",
        Desk.NextStep(OverdueInvoice.Due(Desk.Today.PlusDays(-120))));

    [Fact]
    public void A_promise_is_not_offered_where_no_more_are_taken()
    {
        var invoice = OverdueInvoice.Due(Desk.Today.PlusDays(-14));
        invoice.Promised(invoice.DueOn!.Value, invoice.DueOn.Value).Promised(invoice.DueOn.Value.PlusDays(1), invoice.DueOn.Value.PlusDays(2));
        Assert.EndsWith("quoting INV-2026-0142.", Desk.NextStep(invoice), StringComparison.Ordinal);
    }

    [Fact]
    public void Products_with_other_terms_have_steps_of_their_own_and_common_steps_are_said_once()
    {
        var steps = Desk.Steps(OverdueInvoice.Due(Desk.Today.PlusDays(-14), Product.Azure, Product.Microsoft365));
        Assert.Single(steps, step => step.What == "Notice");
        Assert.Contains(steps, step => step is { When: "Thu 10 Dec", What: "Access to Azure may be suspended" });
        Assert.Contains(steps, step => step is { When: "Fri 25 Dec", What: "Access to Microsoft 365 may be suspended" });
        Assert.Contains(steps, step => step.What == "The data in Azure and Microsoft 365 may be deleted");
    }

    [Fact]
    public void Without_a_published_policy_there_are_no_stages()
    {
        var invoice = OverdueInvoice.Due(Desk.Today.PlusDays(-14));
        Assert.Equal(["Issued", "Due"], Desk.Steps(invoice, policy: CollectionsPolicy.Nothing).Select(step => step.What));
        Assert.Equal(
            "Now: overdue. Please pay USD 1,200.00 quoting INV-2026-0142 at once, or talk to a person.",
            Desk.NextStep(invoice, policy: CollectionsPolicy.Nothing));
    }
}
