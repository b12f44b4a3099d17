using BillingBot.Conversation;
using BillingBot.Knowledge.Identity;
using Microsoft.Extensions.Options;
using NodaTime;
using Contact = BillingBot.Knowledge.Billing.Person;

namespace BillingBot.Skills.Verify;

/// <summary>What the bot says while it finds out who somebody is. Nothing in it tells whether an address is on file.</summary>
internal sealed class VerifyReplies(
    ArticleButtons buttons, IOptions<VerificationOptions> options, Phrases<VerifySkill> phrases)
{
    public const string AddressStep = "address";
    public const string StepUpStep = "stepUp";
    public const string CodeStep = "code";

    public bool SaysYes(Turn turn) => Says(turn, "Yes");

    public bool SaysAgain(Turn turn) => phrases.Says(turn.Text, turn.Language, "Again");

    /// <summary>"I did not get it": of the code, and of nothing else that may not have come.</summary>
    public bool SaysNotCome(Turn turn) => phrases.Says(turn.Text, turn.Language, "NotCome");

    public Reply AskAddress(Turn turn, string key, IReadOnlyDictionary<string, string> slots) =>
        Ask(turn, AddressStep, phrases[turn.Language, key], "AskAddress", slots, []) with { Outcome = Decided("askedAddress") };

    public Reply AskCode(Turn turn, string key, IReadOnlyDictionary<string, string> slots) =>
        Ask(turn, CodeStep, phrases.Format(turn.Language, key, options.Value.CodeLifetime.TotalMinutes), "AskCode", slots, []) with
        {
            Outcome = Decided("askedCode"),
        };

    /// <summary>Where the mail went, how long it may take, and what else can be done; the code stays good.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="slots">Of the form.</param>
    /// <param name="typed">Where it went; null in a group, where it is the address on file.</param>
    public Reply CodeUnderway(Turn turn, IReadOnlyDictionary<string, string> slots, string? typed)
    {
        var minutes = options.Value.CodeLifetime.TotalMinutes;
        var text = typed is { } address
            ? phrases.Format(turn.Language, "CodeUnderway", Markdown.EscapeAndUnlink(address), minutes)
            : phrases.Format(turn.Language, "CodeUnderwayInGroup", minutes);
        return Ask(turn, CodeStep, text, "AskCode", slots, [new Choice(phrases[turn.Language, "SendNew"])]) with { Outcome = Decided("codeUnderway") };
    }

    public Reply OfferStepUp(Turn turn, IReadOnlyDictionary<string, string> slots) =>
        Ask(turn, StepUpStep, $"{Private(turn)}\n\n{phrases[turn.Language, "OfferStepUp"]}", "AskStepUp", slots, [SendCode(turn)]) with
        {
            Outcome = Decided("offeredStepUp"),
        };

    public Reply OfferPrivate(Turn turn) => End(turn, Private(turn), "ledToPrivate");

    public Reply Unavailable(Turn turn) => End(turn, phrases[turn.Language, "Unavailable"], "unavailable", Person(turn));

    /// <summary>A code that is on its way can still be typed.</summary>
    public Reply TooMany(Turn turn) => turn.State.Form is { Skill: VerifySkill.SkillName, Step: CodeStep } underway
        ? End(turn, phrases[turn.Language, "TooManyWhileUnderway"], "tooMany", Person(turn)) with { State = turn.State with { Form = underway } }
        : End(turn, phrases[turn.Language, "TooMany"], "tooMany", Person(turn));

    /// <param name="turn">The turn.</param>
    /// <param name="until">When it may be tried again.</param>
    /// <param name="form">Stays open, so that a further code is told the same and not searched for.</param>
    public Reply Locked(Turn turn, Instant until, OpenForm? form) => new(
        [Say(turn, phrases.Format(turn.Language, "Locked", Math.Ceiling((until - turn.Now).TotalMinutes)), Person(turn))],
        turn.State with { Form = form })
    {
        Outcome = Decided("locked"),
    };

    public Reply Redeemed(Turn turn, IReadOnlyDictionary<string, string> slots, CodeRedemption redemption) => redemption switch
    {
        CodeRedemption.Verified(var person, var until) => Verified(turn, slots, person, until),
        CodeRedemption.Wrong(var left) =>
            Ask(turn, CodeStep, phrases.Format(turn.Language, "Wrong", left), "AskCode", slots, []) with { Outcome = Decided("wrong") },
        CodeRedemption.Locked(var until) => Locked(turn, until, turn.State.Form),
        CodeRedemption.NoCode when turn.IsGroup =>
            Ask(turn, StepUpStep, phrases[turn.Language, "NoCodeInGroup"], "AskStepUp", slots, [SendCode(turn)]) with { Outcome = Decided("noCode") },
        CodeRedemption.NoCode => AskAddress(turn, "NoCode", slots) with { Outcome = Decided("noCode") },
        _ => throw new InvalidOperationException($"No case for {redemption.GetType().Name}."),
    } with
    {
        Effects = [new HideTypedCode(turn)],
    };

    private Reply Verified(Turn turn, IReadOnlyDictionary<string, string> slots, Contact person, Instant until)
    {
        var then = VerifySlots.Postponed(slots, PersonRecogniser.Known(person, until));
        var text = turn.IsGroup
            ? phrases.Format(turn.Language, "SteppedUp", Markdown.EscapeAndUnlink(person.Name), Math.Ceiling((until - turn.Now).TotalMinutes))
            : phrases.Format(turn.Language, "Verified", Markdown.EscapeAndUnlink(person.Name), Markdown.EscapeAndUnlink(person.Customer!.Name), Introductions.Clock(until, person.Customer.TimeZone));
        IReadOnlyList<Choice> choices = then is null ? buttons.For(["invoice-status"], turn.Language) : [];
        return new([Say(turn, text, choices)], turn.State with { Form = null }) { Outcome = Decided("verified"), Then = then };
    }

    private Reply Ask(
        Turn turn, string step, string text, string questionKey, IReadOnlyDictionary<string, string> slots, IReadOnlyList<Choice> choices) => new(
        [Say(turn, text, choices)],
        turn.State with { Form = new OpenForm(VerifySkill.SkillName, step, phrases[turn.Language, questionKey], slots).With(choices) });

    private Reply End(Turn turn, string text, string decision, IReadOnlyList<Choice>? choices = null) =>
        new([Say(turn, text, choices ?? [])], turn.State with { Form = null }) { Outcome = Decided(decision) };

    private string Private(Turn turn) => turn.PrivateChat is { } link
        ? phrases.Format(turn.Language, "PrivateLink", link)
        : phrases[turn.Language, "Private"];

    private Choice SendCode(Turn turn) => new(phrases[turn.Language, "SendCode"]);

    private IReadOnlyList<Choice> Person(Turn turn) => buttons.For([ArticleButtons.TalkToPerson], turn.Language);

    private bool Says(Turn turn, string key) => phrases[turn.Language, key].Split('|')
        .Contains(turn.Text.Trim().TrimEnd('.', '!', '?', '。', '！'), StringComparer.OrdinalIgnoreCase);

    private static ReplyMessage Say(Turn turn, string text, IReadOnlyList<Choice> choices) =>
        new() { Text = text, Choices = choices, Language = turn.Language.Code };

    private static Outcome Decided(string decision) => new(VerifySkill.SkillName, decision);
}
