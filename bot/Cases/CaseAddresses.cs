using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using BillingBot.Mail;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Cases;

/// <summary>Where an answer goes when the chat is gone.</summary>
internal sealed class CaseAddresses(MailWay way)
{
    /// <returns>The address given for the case, else the known person's; null without one, or when no mail can be sent.</returns>
    public async Task<string?> OfAsync(BillingDb db, Case known, CancellationToken cancellationToken)
    {
        if (!way.IsThere)
        {
            return null;
        }

        var address = known.Email ?? await db.People.Where(person => person.Id == known.PersonId && person.CustomerId == known.CustomerId)
            .Select(person => person.Email).SingleOrDefaultAsync(cancellationToken);
        return address is not null && MailAddresses.Read(address) is not null ? address : null;
    }
}
