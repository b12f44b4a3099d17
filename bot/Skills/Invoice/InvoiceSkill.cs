using BillingBot.Conversation;
using BillingBot.Skills.Verify;

namespace BillingBot.Skills.Invoice;

/// <summary>Tells where a customer's invoices stand.</summary>
internal sealed class InvoiceSkill(InvoiceFinder finder, VerifySkill verify) : ISkill
{
    public string Name => "invoice";

    public bool ShowsAccountData => true;

    public async ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken) =>
        await finder.FindAsync(turn, cancellationToken) switch
        {
            InvoiceSelection.WhoAsks => await verify.OfferAsync(turn, cancellationToken),
            var other => throw new InvalidOperationException($"No case for {other.GetType().Name}."),
        };
}
