using BillingBot.Conversation;
using BillingBot.Knowledge.Billing.Collections;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Skills.Collections;
using BillingBot.Skills.Wording;
using BillingBot.Tests.Billing.Collections;
using NodaTime;

namespace BillingBot.Tests.Skills.Collections;

/// <summary>The words about one invoice, on a Tuesday, for a customer of the demonstration partner.</summary>
internal static class Desk
{
    public static readonly LocalDate Today = new(2026, 11, 24);

    public static readonly KnownPerson Alex =
        new("contoso-alex", "Alex", "contoso", "Europe/London", "Standard", IsBillingContact: true, "en", "standard");

    public static InvoiceTimeline Timeline(CollectionsPolicy? policy = null)
    {
        var words = new BillingWords(new Phrases<BillingWords>());
        return new(policy ?? PolicyFile.Demo, words, new CollectionsWords(words, new Phrases<CollectionsWords>()), new Phrases<InvoiceTimeline>());
    }

    public static string? NextStep(Invoice invoice, Language? language = null, bool withAmounts = true, CollectionsPolicy? policy = null) =>
        Timeline(policy).NextStep(new InvoiceAccount(invoice, Today), Alex with { IsBillingContact = withAmounts }, language ?? Language.English);

    public static IReadOnlyList<TimelineStep> Steps(Invoice invoice, Language? language = null, bool withAmounts = true, CollectionsPolicy? policy = null) =>
        Timeline(policy).For(new InvoiceAccount(invoice, Today), Alex with { IsBillingContact = withAmounts }, language ?? Language.English);
}
