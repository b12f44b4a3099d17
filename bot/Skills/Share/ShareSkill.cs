using BillingBot.Conversation;
using BillingBot.Skills.Collections;
using BillingBot.Skills.Verify;

namespace BillingBot.Skills.Share;

/// <summary>Passes on that somebody who may not see amounts would like an invoice from their company's billing contact.</summary>
internal sealed class ShareSkill(
    ConcernedInvoice concerned, AccessRequests requests, VerifySkill verify, ArticleButtons buttons, Phrases<ShareSkill> phrases) : ISkill
{
    public const string ArticleId = "ask-to-share-invoice";

    public string Name => "share";

    public bool ShowsAccountData => true;

    /// <summary>Label of the button that leads here.</summary>
    public string Label(Language language, string number) => phrases.Format(language, "Label", number);

    /// <returns>The article of this skill when the words ask to share an invoice that they name; else null.</returns>
    public async ValueTask<string?> ArticleForAsync(Turn turn, CancellationToken cancellationToken) =>
        phrases[turn.Language, "Words"].Split('|').Any(words => turn.Text.Contains(words, StringComparison.OrdinalIgnoreCase))
        && concerned.Named(turn, await concerned.AllAsync(turn, cancellationToken)) is not null
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

        // What was spoken of last may have been somebody else's: it is looked for, and not named when it is not found.
        var all = await concerned.AllAsync(turn, cancellationToken);
        var named = concerned.Named(turn, all);
        var asked = named?.Number;
        var account = named is null && turn.State.LastInvoice is { } last ? ConcernedInvoice.OfNumber(last, all) : named?.Account;
        var invoice = account?.Invoice;
        if (asked is not null && invoice is null)
        {
            return Say(turn, phrases.Format(turn.Language, "NotFound", Markdown.Escape(asked)), "notFound", "invoice-status");
        }

        var what = invoice is null ? phrases[turn.Language, "Invoices"] : Markdown.Escape(invoice.Number);
        return await requests.AskAsync(person, invoice?.Number, turn.Now, cancellationToken) switch
        {
            AccessRequest.Asked([]) => Say(turn, phrases.Format(turn.Language, "NobodyOnFile", what), "staffOnly", ArticleButtons.TalkToPerson),
            AccessRequest.Asked(var names) => Say(turn, phrases.Format(turn.Language, "Asked", Join(turn, names), what), "asked"),
            AccessRequest.AskedBefore => Say(turn, phrases.Format(turn.Language, "AskedBefore", what), "askedBefore"),
            AccessRequest.TooMany => Say(turn, phrases[turn.Language, "TooMany"], "tooMany", ArticleButtons.TalkToPerson),
            var other => throw new InvalidOperationException($"No case for {other.GetType().Name}."),
        };
    }

    private string Join(Turn turn, IReadOnlyList<string> names) => string.Join(
        phrases[turn.Language, "And"], names.Select(name => phrases.Format(turn.Language, "Name", Markdown.EscapeAndUnlink(name))));

    private Reply Say(Turn turn, string text, string decision, params string[] next) => new(
        [new ReplyMessage { Text = text, Choices = buttons.For(next, turn.Language), Language = turn.Language.Code }], turn.State)
    {
        Outcome = new Outcome(Name, decision),
    };
}
