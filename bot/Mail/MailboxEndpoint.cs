using System.Security.Cryptography;
using BillingBot.Channels.Activities;
using BillingBot.Knowledge.Storage;
using BillingBot.WebChat;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Mail;

/// <summary>
/// <c>GET /mailbox</c>: the mails that a developer's bot would have sent, codes included. It is there only where
/// <see cref="AnonymousAccess"/> is open and no mail server is set.
/// </summary>
internal sealed class MailboxEndpoint(MailWay way, AnonymousAccess anonymous, IDbContextFactory<BillingDb> factory)
{
    private const int Newest = 100;

    public async Task<Results<RazorComponentResult<MailboxPage>, NotFound>> GetAsync(HttpContext context)
    {
        if (!way.IsMailbox || !anonymous.Allows(context))
        {
            return TypedResults.NotFound();
        }

        await using var db = await factory.CreateDbContextAsync(context.RequestAborted);
        var mails = await db.Mails.Where(mail => mail.IsInMailbox)
            .OrderByDescending(mail => mail.Id).Take(Newest).ToListAsync(context.RequestAborted);
        var nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
        ContentSecurity.Apply(context.Response, nonce, logoUrl: null);
        context.Response.Headers.CacheControl = "no-store";
        context.Features.Set(new MailboxView(mails, nonce));
        return new RazorComponentResult<MailboxPage>();
    }
}
