using BillingBot.Conversation;
using BillingBot.Knowledge.Identity;
using BillingBot.Mail;
using BillingBot.Skills.Forms;
using BillingBot.Skills.Invoice;

namespace BillingBot.Skills.Verify;

/// <summary>
/// Finds out who a guest is, by a one-time code sent to the e-mail address on file; and lets a billing contact see amounts
/// in a group for a short time in the same way.
/// </summary>
internal sealed class VerifySkill(
    CodeIssuer issuer,
    CodeRedeemer redeemer,
    CodeMails mails,
    MailWay mail,
    MailSignal written,
    Introductions introductions,
    EarlierAddress earlier,
    VerifyReplies replies) : IFormSkill
{
    public const string SkillName = "verify";
    public const string ArticleId = "verify-identity";

    public string Name => SkillName;

    public ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken) => OfferAsync(turn, cancellationToken);

    /// <summary>
    /// Says that account data needs a proof of who asks, and asks for the e-mail address. In a group it leads to the chat
    /// alone with the bot, and a billing contact may have a code instead. The question that led here is answered after it.
    /// </summary>
    public async ValueTask<Reply> OfferAsync(Turn turn, CancellationToken cancellationToken)
    {
        var slots = VerifySlots.Of(turn);
        return turn switch
        {
            { IsOverheard: true, Person.IsBillingContact: true } when mail.IsThere => replies.OfferStepUp(turn, slots),
            { IsOverheard: true } => replies.OfferPrivate(turn),
            { Person: { } person } => await introductions.IntroduceAsync(turn, person, cancellationToken),
            _ when !mail.IsThere => replies.Unavailable(turn),
            _ when TypedAddress.Read(turn.Text) is { } address => await IssueAsync(turn, VerifySlots.With(slots, turn.Sequence), address, null, cancellationToken),
            // A code is on its way already: asking for the invoice meanwhile does not make it void.
            { State.Form: { Skill: SkillName, Step: VerifyReplies.CodeStep } form } when form.Sender == turn.SenderId && turn.Article?.Skill != SkillName =>
                replies.AskCode(turn, "AskCode", VerifySlots.With(slots, VerifySlots.AddressedBy(form.Slots))),
            _ => replies.AskAddress(turn, "Offer", slots),
        };
    }

    public async ValueTask<Reply?> ContinueAsync(Turn turn, OpenForm form, CancellationToken cancellationToken) => form.Step switch
    {
        VerifyReplies.AddressStep => await AddressAsync(turn, form.Slots, cancellationToken),
        VerifyReplies.StepUpStep => replies.SaysYes(turn) ? await StepUpAsync(turn, form.Slots, cancellationToken) : null,
        VerifyReplies.CodeStep => await CodeAsync(turn, form.Slots, cancellationToken),
        _ => null,
    };

    private async ValueTask<Reply?> AddressAsync(Turn turn, IReadOnlyDictionary<string, string> slots, CancellationToken cancellationToken) => turn switch
    {
        _ when TypedAddress.Read(turn.Text) is { } address => await IssueAsync(turn, VerifySlots.With(slots, turn.Sequence), address, null, cancellationToken),
        _ when TypedAddress.IsMeant(turn.Text) => replies.AskAddress(turn, "NoAddress", slots),

        // The code before the last may have come while the address was asked for again.
        _ when TypedCode.Read(turn.Text) is not null => await CodeAsync(turn, slots, cancellationToken),
        _ when replies.SaysAgain(turn) => await AgainAsync(turn, slots, cancellationToken),
        _ => null,
    };

    private async ValueTask<Reply?> CodeAsync(Turn turn, IReadOnlyDictionary<string, string> slots, CancellationToken cancellationToken)
    {
        if (InvoiceNumberReader.Read(turn.Text) is null && TypedCode.Read(turn.Text) is { } code)
        {
            return replies.Redeemed(turn, slots, await redeemer.RedeemAsync(
                turn.Conversation, turn.Sequence, turn.SenderId, code, cancellationToken));
        }

        return turn switch
        {
            _ when replies.SaysAgain(turn) => await AgainAsync(turn, slots, cancellationToken),
            { IsGroup: false } when TypedAddress.Read(turn.Text) is { } address =>
                await IssueAsync(turn, VerifySlots.With(slots, turn.Sequence), address, null, cancellationToken),
            _ when replies.SaysNotCome(turn) => await earlier.ReadAsync(turn, slots, cancellationToken) is var address && (turn.IsGroup || address is not null)
                ? replies.CodeUnderway(turn, slots, address)
                : replies.AskAddress(turn, "AskAddress", slots),
            _ => TypedCode.IsAlmost(turn.Text) ? replies.AskCode(turn, "SixDigits", slots) : null,
        };
    }

    /// <summary>To where the last one went.</summary>
    private async ValueTask<Reply> AgainAsync(Turn turn, IReadOnlyDictionary<string, string> slots, CancellationToken cancellationToken) => turn switch
    {
        { IsGroup: true } => await StepUpAsync(turn, slots, cancellationToken),
        _ => await earlier.ReadAsync(turn, slots, cancellationToken) is { } address
            ? await IssueAsync(turn, slots, address, null, cancellationToken)
            : replies.AskAddress(turn, "AskAddress", slots),
    };

    private async ValueTask<Reply> StepUpAsync(Turn turn, IReadOnlyDictionary<string, string> slots, CancellationToken cancellationToken) =>
        turn.Person is { IsBillingContact: true } contact
        && await introductions.AddressOfAsync(contact, cancellationToken) is { } address
            ? await IssueAsync(turn, slots, address, contact.Id, cancellationToken)
            : replies.OfferPrivate(turn);

    private async ValueTask<Reply> IssueAsync(
        Turn turn, IReadOnlyDictionary<string, string> slots, string address, string? personId, CancellationToken cancellationToken)
    {
        var isStepUp = personId is not null;
        var request = new CodeRequest(
            turn.Conversation, turn.Sequence, turn.SenderId, address, (person, code) => mails.Write(person, code, isStepUp, turn.Language))
        {
            PersonId = personId,
        };
        var issue = await issuer.IssueAsync(request, cancellationToken);
        written.Raise();
        return issue switch
        {
            CodeIssue.Issued => replies.AskCode(turn, (isStepUp, mail.IsMailbox) switch
            {
                (true, _) => "StepUpSent",
                (_, true) => "SentToMailbox",
                _ => "Sent",
            }, slots),
            CodeIssue.TooMany => replies.TooMany(turn),
            CodeIssue.Locked(var until) => replies.Locked(turn, until, turn.State.Form),
            var other => throw new InvalidOperationException($"No case for {other.GetType().Name}."),
        };
    }
}
