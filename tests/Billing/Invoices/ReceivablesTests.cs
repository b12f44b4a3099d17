using System.Text.Json;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Collections;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Billing.Payments;
using BillingBot.Tests.Billing.Collections;
using BillingBot.Tests.Host;
using BillingBot.Tests.Skills.Collections;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BillingBot.Tests.Billing.Invoices;

/// <summary>What is read with every message, by SQL of its own, is what is stored: nothing of it is left out, and nothing is a stranger's.</summary>
public class ReceivablesTests(SharedBotWithoutArticles shared) : IClassFixture<SharedBotWithoutArticles>
{
    private const string Number = "INV-2026-0142";

    private static readonly LocalDate Today = Desk.Today;

    [Theory]
    [InlineData("contoso")]
    [InlineData("adventure")]
    [InlineData("fabrikam")]
    public async Task Every_invoice_is_read_with_everything_that_is_booked_on_it(string customer)
    {
        await FullAsync();
        var stored = await shared.Bot.ReadAsync(db => Receivables
            .Whole(db.Invoices.Where(invoice => invoice.CustomerId == customer && invoice.IssuedOn <= Today))
            .OrderByDescending(invoice => invoice.IssuedOn).ThenByDescending(invoice => invoice.Number).ToListAsync(Ct));
        Assert.NotEmpty(stored);

        // EF Core leads back from a payment to what it pays.
        stored.ForEach(invoice => invoice.Allocations.ForEach(allocation => allocation.Payment!.Allocations.Clear()));
        Assert.Equal(Written(stored), Written((await Read.AllAsync(customer, Today, Ct)).Select(account => account.Invoice)));
    }

    [Fact]
    public async Task One_of_a_number_is_read_as_among_all_of_them_and_for_its_customer_only()
    {
        await FullAsync();
        var one = Assert.Single(await Read.OfNumberAsync("contoso", Number, Today, Ct)).Invoice;
        var among = (await Read.AllAsync("contoso", Today, Ct)).Single(account => account.Invoice.Number == Number).Invoice;
        Assert.Equal(Written([among]), Written([one]));
        Assert.NotEmpty(one.Lines);
        Assert.NotEmpty(one.Disputes);
        Assert.Empty(await Read.OfNumberAsync("fabrikam", Number, Today, Ct));
        Assert.Empty(await Read.OfNumberAsync("contoso", Number, one.IssuedOn!.Value.PlusDays(-1), Ct));
    }

    [Theory]
    [InlineData("contoso-alex", "00000000-0000-0000-0000-0000000000001", "00000000-0000-0000-0000-0000000000020")]
    public async Task A_person_is_read_with_everything_of_their_customer(string id, string tenant, string objectId)
    {
        var stored = await shared.Bot.ReadAsync(db => db.People.Include(person => person.Customer).SingleAsync(person => person.Id == id, Ct));
        var people = shared.Bot.Services.GetRequiredService<People>();
        Assert.Equal(JsonSerializer.Serialize(stored), JsonSerializer.Serialize(await people.FindAsync(id, Ct)));
        Assert.Equal(JsonSerializer.Serialize(stored), JsonSerializer.Serialize(await people.FindInDirectoryAsync(tenant.ToUpperInvariant(), objectId.ToUpperInvariant(), Ct)));
        Assert.Null(await people.FindInDirectoryAsync(tenant, "somebody-else", Ct));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_somebody_said_about_reminders_is_told_from_having_been_asked(bool? wants)
    {
        var preferences = shared.Bot.Services.GetRequiredService<ReminderPreferences>();
        var person = $"person-{wants}";
        Assert.False(await preferences.WasAskedAsync(person, Ct));
        await shared.Bot.ChangeAsync(db => Task.FromResult(db.Add(new ReminderPreference { PersonId = person, Wants = wants, Since = Instant.FromUnixTimeSeconds(1) })));
        Assert.True(await preferences.WasAskedAsync(person, Ct));
        Assert.Equal(wants, await preferences.WantsAsync(person, Ct));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Receivables Read => shared.Bot.Services.GetRequiredService<Receivables>();

    /// <summary>One invoice has something in every column; the rest are the demonstration's.</summary>
    private Task FullAsync() => shared.Bot.ChangeAsync(async db =>
    {
        var invoice = await db.Invoices.AsTracking().Include(known => known.Lines).Include(known => known.Disputes).Include(known => known.Promises)
            .SingleAsync(known => known.Number == Number, Ct);
        if (invoice.Disputes.Count == 0)
        {
            var (from, to) = (Instant.FromUtc(2026, 11, 20, 9, 30), Instant.FromUtc(2026, 11, 21, 9, 30));
            invoice.Disputes.Add(new Dispute { PersonId = "contoso-alex", OpenedAt = from, Reason = "Too much.", ClosedAt = to, Resolution = "It is right." });
            invoice.Promises.Add(new PaymentPromise { PersonId = "contoso-alex", MadeAt = from, PromisedOn = Today.PlusDays(3), WithdrawnAt = to });
            invoice.Promised(Today, Today.PlusDays(2));
            invoice.CreditNotes.Add(new CreditNote { Number = "CN-9", IssuedOn = Today, AmountMinor = 1, Reason = "Goodwill." });
            invoice.Paid(Today, 2);
            (invoice.Lines[0].SubscriptionId, invoice.Lines[0].Description) = ("subscription-1", "Seats of the sales team");
            (invoice.Lines[0].ChargedDays, invoice.Lines[0].CycleDays, invoice.Lines[0].UnitPrice) = (3, 30, 0.0196m);
        }
    });

    private static string Written(IEnumerable<Invoice> invoices) => JsonSerializer.Serialize(invoices);
}
