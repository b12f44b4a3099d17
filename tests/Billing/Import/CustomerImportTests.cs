using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing.Import;
using BillingBot.Knowledge.Identity;
using BillingBot.Tests.Host;
using BillingBot.Tests.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Tests.Billing.Import;

/// <summary>Customers, their contacts and what they subscribe to.</summary>
public class CustomerImportTests(SharedBotWithoutArticles shared) : IClassFixture<SharedBotWithoutArticles>
{
    private const string Header =
        "id,name,language,time zone,plan,tenant id,group,contact name,contact e-mail,directory object id,billing contact,contact language\n";

    private readonly ImportDesk _desk = new(shared.Bot);

    [Fact]
    public async Task A_customer_comes_with_its_contacts_and_a_right_is_taken_away_by_a_no()
    {
        const string rows =
            "tailspin,Tailspin Toys,en,Europe/Paris,Plus,TENANT-1,public-sector,Ann,ann@example.com,OID-1,yes,ja\n"
            + "tailspin,Tailspin Toys,en,Europe/Paris,Plus,TENANT-1,public-sector,Bo,bo@example.com,,no,\n";
        Assert.Equal(1, (await _desk.ImportAsync(Header + rows, ImportKind.Customers)).Added);
        Assert.Equal(1, (await _desk.ImportAsync(Header + rows, ImportKind.Customers)).Unchanged);
        var customer = await shared.Bot.ReadAsync(db => db.Customers.SingleAsync(customer => customer.Id == "tailspin"));
        Assert.Equal(("tenant-1", "public-sector"), (customer.TenantId, customer.Group));
        var ann = await Ann();
        Assert.Equal((true, "ja", "oid-1"), (ann.IsBillingContact, ann.Language, ann.DirectoryObjectId));

        var report = await _desk.ImportAsync(
            Header + rows.Replace("OID-1,yes", "OID-1,no", StringComparison.Ordinal).Replace("ann@", "Ann@", StringComparison.Ordinal), ImportKind.Customers);
        Assert.Equal(1, report.Updated);
        Assert.False((await Ann()).IsBillingContact);
        Assert.Equal(2, await shared.Bot.ReadAsync(db => db.People.CountAsync(person => person.CustomerId == "tailspin")));
    }

    [Fact]
    public async Task A_new_address_ends_what_was_proved_by_the_old_one()
    {
        const string header = "id,name,language,time zone,plan,contact id,contact name,contact e-mail,billing contact\n";
        const string row = "lucerne,Lucerne,en,Europe/Paris,Plus,lucerne-lu,Lu,{0},yes\n";
        await _desk.ImportAsync(header + string.Format(null, row, "lu@example.com"), ImportKind.Customers);
        await shared.Bot.WriteAsync(db =>
        {
            db.Add(new VerifiedSender { ConversationId = 1, SenderId = "lu", PersonId = "lucerne-lu", ExpiresAt = Instant.MaxValue - Duration.FromDays(1) });
            db.Add(new VerificationCode
            {
                ConversationId = 1,
                Sequence = 1,
                SenderId = "lu",
                PersonId = "lucerne-lu",
                AddressHash = [],
                CodeHash = [],
                CreatedAt = Instant.FromUtc(2026, 11, 24, 0, 0),
                ExpiresAt = Instant.FromUtc(2026, 11, 25, 0, 0),
            });
            return db.SaveChangesAsync();
        });
        await _desk.ImportAsync(header + string.Format(null, row, "LU@example.com"), ImportKind.Customers);
        Assert.Equal((1, 1), await ProofsAsync());
        await _desk.ImportAsync(header + string.Format(null, row, "lou@example.com"), ImportKind.Customers);
        Assert.Equal((0, 0), await ProofsAsync());

        Task<(int, int)> ProofsAsync() => shared.Bot.ReadAsync(async db => (
            await db.VerifiedSenders.CountAsync(verified => verified.PersonId == "lucerne-lu"),
            await db.VerificationCodes.CountAsync(code => code.PersonId == "lucerne-lu")));
    }

    [Theory]
    [InlineData("wingtip,Wingtip,en,Mars/Olympus,Plus,,,,,,,", "time zone")]
    [InlineData("wingtip,Wingtip,fr,Europe/Paris,Plus,,,,,,,", "language")]
    [InlineData("wingtip,Wingtip,en,Europe/Paris,Plus,C2B0A3DE-6c1b-4a6f-8f77-2f6b0f6c1d03,,,,,,", "tenant id")]
    [InlineData("wingtip,Wingtip,en,Europe/Paris,Plus,,,Ann,not an address,,,", "contact e-mail")]
    [InlineData("wingtip,Wingtip,en,Europe/Paris,Plus,,,Ann,,,,", "contact e-mail")]
    [InlineData("wingtip,Wingtip,en,Europe/Paris,Plus,,,Ann,ann@example.com,,perhaps,", "billing contact")]
    [InlineData("contoso,Contoso Ltd,en,Europe/London,Standard,00000000-0000-0000-0000-0000000000001,,X,x@example.com,00000000-0000-0000-0000-0000000000020,,", "directory object id")]
    [InlineData("wingtip,Wingtip,en,Europe/Paris,Plus,,,,,,,\nwingtip,Wing tip,en,Europe/Paris,Plus,,,,,,,", "name")]
    public async Task What_cannot_be_is_rejected_at_its_column(string rows, string column)
    {
        var report = await _desk.ImportAsync($"{Header}{rows}\n", ImportKind.Customers);
        Assert.False(report.Committed);
        Assert.Equal(column, Assert.Single(report.Rejections).Column);
    }

    [Fact]
    public async Task A_subscription_is_added_and_corrected_but_does_not_change_hands()
    {
        const string header = "id,customer,product name,product,kind,era,term,seats,term started,renews\n";
        const string row = "sub-x,contoso,Microsoft 365 Business Premium,microsoft-365,license,new-commerce,P1Y,25,2026-09-01T00:00:00Z,2027-09-01\n";
        Assert.Equal(1, (await _desk.ImportAsync(header + row, ImportKind.Subscriptions)).Added);
        Assert.Equal(1, (await _desk.ImportAsync(header + row, ImportKind.Subscriptions)).Unchanged);
        Assert.Equal(1, (await _desk.ImportAsync(header + row.Replace(",25,", ",30,", StringComparison.Ordinal), ImportKind.Subscriptions)).Updated);
        var stored = await shared.Bot.ReadAsync(db => db.Subscriptions.SingleAsync(subscription => subscription.Id == "sub-x"));
        Assert.Equal((30, PlatformEra.NewCommerce), (stored.Seats, stored.Era));
        var report = await _desk.ImportAsync(header + row.Replace("contoso", "fabrikam", StringComparison.Ordinal), ImportKind.Subscriptions);
        Assert.Equal("id", Assert.Single(report.Rejections).Column);
    }

    private Task<BillingBot.Knowledge.Billing.Person> Ann() => shared.Bot.ReadAsync(db => db.People.SingleAsync(
        person => person.CustomerId == "tailspin" && person.Name == "Ann"));
}
