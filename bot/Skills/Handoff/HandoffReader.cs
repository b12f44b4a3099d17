using BillingBot.Conversation;
using BillingBot.Knowledge.Cases;
using BillingBot.Skills.Deciding;
using BillingBot.Skills.Verify;

namespace BillingBot.Skills.Handoff;

/// <summary>Fills the hand-off's form from what was said: before it, in the request, and in the answers.</summary>
internal sealed class HandoffReader(CaseWords words, PersonRequest request, SureAnswer sure, QuestionParts parts)
{
    /// <summary>About the bot or the desk: never what a case is about, and a side question within the form.</summary>
    private static readonly HashSet<string> Aside = new(StringComparer.Ordinal)
    {
        "support-hours", "support-contact", "support-plans", "support-price", "greeting", "thanks", "goodbye", "are-you-a-bot", "languages",
        "what-can-you-do", "talk-to-person", "verify-identity", "sign-out", "case-status", "add-to-case", "withdraw-case", "reopen-case", "rate-case",
    };

    /// <summary>What is known when somebody asks for a person.</summary>
    public HandoffSlots Begin(Turn turn)
    {
        var subject = request.SaysWhat(turn) ? turn.Text : Earlier(turn);
        var reason = turn.State.UnsureInARow > 0 && turn.State.Unanswered is not null ? CaseReason.NotSure : CaseReason.AskedForPerson;
        return Noted(turn, new HandoffSlots(reason) { Subject = subject is null ? null : CaseWords.Subject(subject) }, turn.Text);
    }

    /// <summary>What is known when a skill asks for it.</summary>
    public HandoffSlots Of(Turn turn, HandoffRequest wish)
    {
        var subject = wish.Subject ?? Earlier(turn) ?? turn.Text;
        return Noted(turn, new HandoffSlots(wish.Reason) { Subject = CaseWords.Subject(subject) }, subject) with
        {
            Classification = wish.Classification,
            Urgency = wish.Urgency ?? words.UrgencyOf(subject, turn.Language),
        };
    }

    public Urgency UrgencyOf(Turn turn, HandoffSlots slots) =>
        slots.Urgency ?? words.UrgencyOf(slots.Subject ?? "", turn.Language) ?? Urgency.Normal;

    public bool WantsCall(Turn turn) => words.WantsCall(turn.Text, turn.Language);

    public HandoffStep Continue(Turn turn, OpenForm form)
    {
        var slots = HandoffSlots.Of(form.Slots);
        return form.Step switch
        {
            _ when words.SaysBack(turn.Text, turn.Language) => form.Step == HandoffReplies.SubjectStep ? new HandoffStep.Left() : new HandoffStep.Ask(slots),
            HandoffReplies.SubjectStep or HandoffReplies.ConfirmStep when !form.IsOffer && words.SaysSettled(turn.Text, turn.Language) => new HandoffStep.Left(),
            HandoffReplies.SubjectStep => Subject(turn, slots),
            HandoffReplies.EmailStep => Email(turn, slots),
            HandoffReplies.ConfirmStep => Confirmed(turn, form, slots),
            _ => new HandoffStep.Aside(),
        };
    }

    private HandoffStep Subject(Turn turn, HandoffSlots slots)
    {
        if (words.AfterYes(turn.Text, turn.Language) is { Length: 0 })
        {
            return new HandoffStep.Ask(slots);
        }

        if (words.IsBareQuestion(turn.Text, turn.Language))
        {
            return new HandoffStep.Why(slots);
        }

        // Whoever only repeats that they want a person has been asked often enough.
        if (request.IsPlain(turn) && !request.SaysWhat(turn))
        {
            return new HandoffStep.On(slots with { Subject = CaseWords.Subject(turn.Text), IsConfirmed = true });
        }

        if (!turn.Text.Any(char.IsLetter) || IsAside(turn))
        {
            return new HandoffStep.Aside();
        }

        return new HandoffStep.On(Noted(turn, slots with { Subject = CaseWords.Subject(turn.Text), IsConfirmed = true }, turn.Text));
    }

    private HandoffStep Email(Turn turn, HandoffSlots slots) => words.EmailIn(turn.Text, turn.Language) switch
    {
        { } address => new HandoffStep.On(slots with { Email = address }),
        _ when TypedAddress.IsMeant(turn.Text) => new HandoffStep.NoAddress(slots),
        _ when words.SaysNone(turn.Text, turn.Language) || request.IsPlain(turn) => new HandoffStep.On(slots with { HasNoEmail = true }),
        _ => new HandoffStep.Aside(),
    };

    private HandoffStep Confirmed(Turn turn, OpenForm form, HandoffSlots slots)
    {
        if (words.AfterYes(turn.Text, turn.Language) is { } more && !words.SaysElse(turn.Text, turn.Language))
        {
            return new HandoffStep.On(With(turn, slots with { IsConfirmed = true }, more));
        }

        if (request.IsPlain(turn))
        {
            return new HandoffStep.On(request.SaysWhat(turn) ? With(turn, slots with { IsConfirmed = true }, turn.Text) : slots with { IsConfirmed = true });
        }

        if (words.SaysElse(turn.Text, turn.Language))
        {
            return new HandoffStep.Ask(slots with { Subject = null });
        }

        if (form.IsOffer || words.IsBareQuestion(turn.Text, turn.Language))
        {
            return new HandoffStep.Aside();
        }

        if (words.Correction(turn.Text, turn.Language) is { } meant)
        {
            return new HandoffStep.On(Noted(turn, slots with { Subject = CaseWords.Subject(meant) }, turn.Text));
        }

        if (!words.IsTelling(turn.Text, turn.Language))
        {
            return Noted(turn, slots, turn.Text) is var noted && noted != slots ? new HandoffStep.On(noted) : new HandoffStep.Aside();
        }

        // Whoever goes on telling wants it passed on; to ask again would be one question too many.
        return IsAside(turn) || (parts.IsQuestion(turn.Text, turn.Language) && sure.To(turn) is not null)
            ? new HandoffStep.Aside()
            : new HandoffStep.On(With(turn, slots with { IsConfirmed = true }, turn.Text));
    }

    /// <summary>
    /// Whether the words are a question about the desk, or small talk. Who tells of something, be it our hours, was asked what it
    /// is about, and answers that.
    /// </summary>
    private bool IsAside(Turn turn) => sure.To(turn) is { } about && Aside.Contains(about.Article.Id)
        && (about.Confidence == 1 || about.Article.IsSmallTalk || parts.IsQuestion(turn.Text, turn.Language));

    /// <summary>What the bot could not answer, or the last question; not one about the desk itself.</summary>
    private string? Earlier(Turn turn) => Telling(turn, turn.State.Unanswered)
        ?? (turn.State.LastArticleId is { } last && Aside.Contains(last) ? null : Telling(turn, turn.State.LastQuestion));

    private string? Telling(Turn turn, string? said) => said is null || words.IsBareQuestion(said, turn.Language) ? null : said;

    private HandoffSlots With(Turn turn, HandoffSlots slots, string more) => words.IsTelling(more, turn.Language)
        ? Noted(turn, slots with { Subject = CaseWords.Subject($"{slots.Subject}\n{more}") }, more)
        : Noted(turn, slots, more);

    /// <summary>What the words tell beside the subject takes the place of what was known.</summary>
    private HandoffSlots Noted(Turn turn, HandoffSlots slots, string text)
    {
        var said = words.Read(text, turn.Language);
        return slots with
        {
            Urgency = said.Urgency ?? slots.Urgency,
            Product = said.Product ?? slots.Product ?? CaseWords.ProductOf(slots.Subject ?? ""),
            Email = said.Email ?? slots.Email,
            Phone = said.Phone ?? slots.Phone,
        };
    }
}
