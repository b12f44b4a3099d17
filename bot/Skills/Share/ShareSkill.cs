using BillingBot.Conversation;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Skills.Invoice;
using BillingBot.Skills.Verify;

namespace BillingBot.Skills.Share;

/// <summary>Passes on that somebody who may not see amounts would like an invoice from their company's billing contact.</summary>
internal sealed class ShareSkill(
    Receivables receivables, AccessRequests requests, VerifySkill verify, ArticleButtons buttons, Phrases<ShareSkill> phrases) : ISkill
{
    public const string ArticleId = "ask-to-share-invoice";

    public string Name => "share";

    public bool ShowsAccountData => true;

    /// <summary>Label of the button that leads here.</summary>
    public string Label(Language language, string number) => phrases.Format(language, "Label", number);

    /// <returns>The article of this skill when the words ask to share an invoice that they name; else null.</returns>
    public string? ArticleFor(Turn turn) => InvoiceNumberReader.Read(turn.Text) is not null
        && phrases[turn.Language, "Words"].Split('|').Any(words => turn.Text.Contains(words, StringComparison.OrdinalIgnoreCase))
            ? ArticleId
            : null;

    public async ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Person is not { } person)
        {
            return await verify.OfferAsync(turn, cancellationToken);
        }

        if (person.IsBillingContact)
        {
            return Say(turn, phrases[turn.Language, "YouAreTheContact"], "isContact", "invoice-status");
        }

        // What was spoken of last may have been somebody else's.
        var asked = InvoiceNumberReader.Read(turn.Text);
        var invoice = (asked ?? turn.State.LastInvoice) is { } number ? await FindAsync(turn, person, number, cancellationToken) : null;
        if (asked is not null && invoice is null)
        {
            return Say(turn, phrases.Format(turn.Language, "NotFound", asked), "notFound", "invoice-status");
        }

        var what = invoice is null ? phrases[turn.Language, "Invoices"] : invoice.Number;
        return await requests.AskAsync(person, invoice?.Number, turn.Now, cancellationToken) switch
        {
            AccessRequest.Asked([]) => Say(turn, phrases.Format(turn.Language, "NobodyOnFile", what), "staffOnly", ArticleButtons.TalkToPerson),
            AccessRequest.Asked(var names) => Say(turn, phrases.Format(turn.Language, "Asked", Join(turn, names), what), "asked"),
            AccessRequest.AskedBefore => Say(turn, phrases.Format(turn.Language, "AskedBefore", what), "askedBefore"),
            AccessRequest.TooMany => Say(turn, phrases[turn.Language, "TooMany"], "tooMany", ArticleButtons.TalkToPerson),
            var other => throw new InvalidOperationException($"No case for {other.GetType().Name}."),
        };
    }

    private async Task<Knowledge.Billing.Invoices.Invoice?> FindAsync(
        Turn turn, KnownPerson person, string number, CancellationToken cancellationToken)
    {
        var all = await receivables.AllAsync(person.CustomerId, person.Today(turn.Now), cancellationToken);
        return all.Select(account => account.Invoice).FirstOrDefault(invoice => invoice.NumberKey == InvoiceNumbers.Key(number));
    }

    private string Join(Turn turn, IReadOnlyList<string> names) => string.Join(
        phrases[turn.Language, "And"], names.Select(name => phrases.Format(turn.Language, "Name", Markdown.EscapeAndUnlink(name))));

    private Reply Say(Turn turn, string text, string decision, params string[] next) => new(
        [new ReplyMessage { Text = text, Choices = buttons.For(next, turn.Language), Language = turn.Language.Code }], turn.State)
    {
        Outcome = new Outcome(Name, decision),
    };
}
