using BillingBot.Knowledge.Billing.Payments;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Demo;

/// <summary>What the demo customers bought, owe and have paid, seen from the day it is written. For Development only.</summary>
public sealed class DemoReceivables(DbWriter writer, IClock clock)
{
    /// <summary>Does nothing where there are invoices already, or customers other than the demo's.</summary>
    public Task SeedAsync(CancellationToken cancellationToken) => writer.CommitAsync(
        async (db, token) =>
        {
            if (await db.Invoices.AnyAsync(token) || await db.Subscriptions.AnyAsync(token)
                || !await db.Customers.AnyAsync(customer => customer.Id == "contoso", token))
            {
                return 0;
            }

            var today = clock.GetCurrentInstant().InUtc().Date;
            var bought = new DemoSubscriptions(today);
            db.AddRange(bought.All());
            db.AddRange(new DemoMonths(today, bought).All());
            db.AddRange(new DemoOneOffs(today, bought).All());
            db.Add(new Payment
            {
                Reference = $"BACS-UNKNOWN-{today:uuuuMMdd}",
                CustomerId = "contoso",
                ReceivedOn = today.PlusDays(-2),
                Currency = "USD",
                AmountMinor = 150_00,
            });
            return await db.SaveChangesAsync(token);
        },
        cancellationToken);
}
