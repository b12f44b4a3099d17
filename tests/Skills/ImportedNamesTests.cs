using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Storage;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Skills;

/// <summary>What an import holds is shown as it stands: it makes no link and no bold letters in a message.</summary>
public sealed class ImportedNamesTests
{
    private const string Raw = "Pro_[win](https://evil.example)*";
    private const string Escaped = @"Pro\_\[win\]";
    private readonly CancellationToken _token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Products_people_and_numbers_make_no_Markdown()
    {
        using var bot = BotHost.Start();
        await bot.Services.GetRequiredService<DbWriter>().CommitAsync(
            async (db, token) =>
            {
                await db.People.Where(person => person.Id == "contoso-alex").ExecuteUpdateAsync(set => set.SetProperty(person => person.Name, Raw), token);
                return await db.Set<InvoiceLine>()
                    .Where(line => db.Invoices.Any(invoice => invoice.Id == line.InvoiceId && invoice.CustomerId == "contoso"))
                    .ExecuteUpdateAsync(set => set.SetProperty(line => line.ProductName, Raw), token);
            },
            _token);
        var alex = bot.Conversation(user: TestUser.Alex);
        string[] questions = ["who am I", "explain the lines of my last invoice", "why is September higher than August"];
        foreach (var question in questions)
        {
            Assert.DoesNotContain("Pro_[win]", (await alex.CustomerSays(question)).Text, StringComparison.Ordinal);
        }

        Assert.Contains(Escaped, (await alex.CustomerSays("who am I")).Text, StringComparison.Ordinal);
        Assert.Contains(Escaped, (await alex.CustomerSays("why is September higher than August")).Text, StringComparison.Ordinal);
    }
}
