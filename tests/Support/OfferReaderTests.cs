using BillingBot.Knowledge.Support;

namespace BillingBot.Tests.Support;

public sealed class OfferReaderTests
{
    private const string Good = """
        partner: Fabrikam
        timeZone: Europe/Berlin
        plans:
          - name: Basic
            description: Everything
            hours: { weekly: { monday: 09:00-17:00 } }
            contacts: [{ phone: "+49 30 5550100" }]
            price: { amountMinor: 4950, currency: EUR, per: incident }
        """;

    [Fact]
    public void A_plan_is_read_whole()
    {
        var plan = Assert.Single(Read(Good).Plans);
        Assert.Equal(("Basic", "Everything"), (plan.Name, plan.Description.In("ja")));
        Assert.Equal(new SupportContact(ContactKind.Phone, "+49 30 5550100"), Assert.Single(plan.Contacts));
        Assert.Equal(new SupportCharge(4950, "EUR", PricePeriod.Incident), plan.Price.Charge);
        Assert.Equal(49.50m, plan.Price.Charge!.Amount);
    }

    [Fact]
    public void Amounts_have_the_decimals_of_their_currency()
    {
        Assert.Equal("50000", new SupportCharge(50000, "JPY", PricePeriod.Month).Amount.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("1.250", new SupportCharge(1250, "KWD", PricePeriod.Month).Amount.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("Europe/Berlin", "Europe/Atlantis", "line 2, timeZone: 'Europe/Atlantis' is no IANA time zone")]
    [InlineData("currency: EUR", "currency: EURO", "plans[0].price.currency: 'EURO' is no ISO 4217")]
    [InlineData("4950", "49.50", "plans[0].price.amountMinor: '49.50' is no amount")]
    [InlineData("4950", "0", "'0' is no amount")]
    [InlineData("per: incident", "per: year", "plans[0].price.per: 'year'")]
    [InlineData("amountMinor: 4950, ", "", "plans[0].price: either 'included: true' or an amount")]
    [InlineData("{ amountMinor", "{ included: true, amountMinor", "plans[0].price: either 'included: true' or an amount")]
    [InlineData("{ amountMinor", "{ included: maybe, amountMinor", "plans[0].price.included: 'maybe' is neither true nor false")]
    [InlineData("description:", "decription:", "line 5, plans[0].decription: this key is not known. Known here: name, description")]
    [InlineData("name: Basic", "languages: [en]", "'name' is missing")]
    [InlineData("name: Basic", "name:", "plans[0].name: a text is expected")]
    [InlineData("monday: 09:00-17:00", "mon: 09:00-17:00", "plans[0].hours.weekly.mon: 'mon' is no day of the week")]
    [InlineData("monday: 09:00-17:00", "friday-monday: closed", "'friday-monday' is no day of the week")]
    [InlineData("monday: 09:00-17:00", "monday: closed, monday-friday: 09:00-10:00", "Monday stands here a second time")]
    [InlineData("09:00-17:00", "9 to 5", "line 6, plans[0].hours.weekly.monday: '9 to 5' is no span of hours")]
    [InlineData("09:00-17:00", "09:00-25:00", "'09:00-25:00' is no span")]
    [InlineData("09:00-17:00", "09:00-09:00", "'09:00-09:00' is no span")]
    [InlineData("09:00-17:00", "'09:00-12:00, 11:00-17:00'", "overlap or are out of order")]
    [InlineData("09:00-17:00", "'22:00-06:00, 09:00-17:00'", "overlap or are out of order")]
    [InlineData("{ weekly: { monday: 09:00-17:00 } }", "{ }", "plans[0].hours: either 'always: true' or 'weekly' is needed")]
    [InlineData("{ weekly:", "{ always: true, weekly:", "plans[0].hours: either 'always: true' or 'weekly' is needed")]
    [InlineData("{ weekly:", "{ observesPublicHolidays: true, weekly:", "plans[0].hours.observesPublicHolidays: no public holidays are known")]
    [InlineData("{ weekly:", "{ exceptions: [{ from: 2027-01-03, to: 2026-12-29, reason: x }], weekly:", "plans[0].hours.exceptions[0].to: '2027-01-03' to '2026-12-29' are no dates in order")]
    [InlineData("{ weekly:", "{ exceptions: [{ from: 12-29, to: 2027-01-03, reason: x }], weekly:", "both without for every year")]
    [InlineData("{ weekly:", "{ exceptions: [{ from: 13-01, reason: x }], weekly:", "are no dates")]
    [InlineData("{ weekly:", "{ exceptions: [{ from: 12-29 }], weekly:", "plans[0].hours.exceptions[0]: 'reason' is missing")]
    [InlineData("phone: \"+49 30 5550100\"", "fax: 1", "contacts[0].fax: this key is not known")]
    [InlineData("phone: \"+49 30 5550100\"", "email: nobody", "'nobody' is no email contact")]
    [InlineData("phone: \"+49 30 5550100\"", "url: www.fabrikam.example", "starts with https://")]
    [InlineData("description: Everything", "description: { klingon: x }", "'klingon' is no language code")]
    [InlineData("plans:\n", "plans: []\nrest:\n", "rest: this key is not known")]
    [InlineData("partner: Fabrikam", "  partner: Fabrikam", "is not YAML")]
    public void A_mistake_is_told_with_its_place_and_its_mend(string right, string wrong, string expected)
    {
        using var folder = new OfferFolder().With("offer.yaml", Good.Replace(right, wrong, StringComparison.Ordinal));
        var problem = folder.Problem();
        Assert.Contains("offer.yaml", problem, StringComparison.Ordinal);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("partner: Fabrikam\ntimeZone: Asia/Tokyo\nplans: []\n")]
    [InlineData("- a\n- b\n")]
    public void A_file_without_plans_is_refused(string content)
    {
        using var folder = new OfferFolder().With("offer.yaml", content);
        Assert.Contains("offer.yaml", folder.Problem(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_name_is_given_once()
    {
        var second = "\n" + Good[Good.IndexOf("  - name", StringComparison.Ordinal)..].Replace("Basic", "BASIC", StringComparison.Ordinal);
        using var folder = new OfferFolder().With("offer.yaml", Good + second);
        Assert.Contains("a second plan is called 'BASIC'", folder.Problem(), StringComparison.Ordinal);
    }

    private static PublishedOffer Read(string content)
    {
        using var folder = new OfferFolder().With("offer.yaml", content);
        return folder.Read();
    }
}
