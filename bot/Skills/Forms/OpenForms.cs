using BillingBot.Conversation;

namespace BillingBot.Skills.Forms;

/// <summary>Continues an open form: an answer goes to its skill, "cancel" ends it, a side question is answered and the form goes on.</summary>
internal sealed class OpenForms(IEnumerable<ISkill> skills, SettledWords settled, Phrases<OpenForms> phrases)
{
    /// <summary>After so many more side questions somebody may have forgotten what was asked.</summary>
    private const int MostAsides = 2;

    private readonly Dictionary<string, IFormSkill> _skills =
        skills.OfType<IFormSkill>().ToDictionary(skill => skill.Name, StringComparer.Ordinal);

    /// <returns>Null when no form is open, or the words are no answer to it.</returns>
    public async ValueTask<Reply?> ContinueAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (FormOf(turn) is not { } form || !_skills.TryGetValue(form.Skill, out var skill))
        {
            return null;
        }

        return SaysCancel(turn)
            ? new Reply([Say(turn, phrases[turn.Language, form.IsOffer ? "Declined" : "Cancelled"], [])], turn.State with { Form = null })
            {
                Outcome = new Outcome(form.Skill, "cancelled"),
            }
            : await skill.ContinueAsync(turn, form, cancellationToken);
    }

    /// <summary>
    /// Puts the open question again after something else was answered, unless that opened another form. Who asks one thing after
    /// the other has not forgotten it: they are reminded after the first, and then from time to time.
    /// </summary>
    public Reply Resume(Turn turn, Reply aside)
    {
        if (FormOf(turn) is not { } form || aside.State.Form != form || aside.Handoff is { AtOnce: true })
        {
            return aside;
        }

        if (form.IsOffer)
        {
            return aside with { State = aside.State with { Form = null } };
        }

        if (form.RemindedIn == turn.Language.Code && form.Asides < MostAsides)
        {
            return aside with { State = aside.State with { Form = form with { Asides = form.Asides + 1 } } };
        }

        return aside with
        {
            Messages = [.. aside.Messages, PutAgain(turn, form)],

            // A yes is now an answer to the form.
            State = aside.State with { AskedWhetherItHelped = false, Form = form with { RemindedIn = turn.Language.Code, Asides = 0 } },
        };
    }

    /// <summary>The reply with the name of who is asked on a form that it opens; one that waits for somebody else is kept.</summary>
    public static Reply Addressed(Turn turn, Reply reply) => reply.State.Form switch
    {
        { Sender: null } opened => reply with { State = reply.State with { Form = opened with { Sender = turn.SenderId, Language = turn.Language.Code } } },
        null when turn.State.Form is { Sender: { } asked } waiting && asked != turn.SenderId =>
            reply with { State = reply.State with { Form = waiting } },
        _ => reply,
    };

    /// <summary>In a group others go on talking while somebody is asked: their words are neither an answer nor in need of the question.</summary>
    private static OpenForm? FormOf(Turn turn) =>
        turn is { Kind: TurnKind.Message, State.Form: { } form } && (form.Sender ?? turn.SenderId) == turn.SenderId ? form : null;

    private ReplyMessage PutAgain(Turn turn, OpenForm form)
    {
        var isUnderstood = (form.Language ?? turn.Language.Code) == turn.Language.Code;
        IEnumerable<string> labels = [.. isUnderstood ? form.Labels : [], phrases[turn.Language, "CancelLabel"]];
        return Say(
            turn,
            isUnderstood ? phrases.Format(turn.Language, "BackTo", form.Question) : phrases[turn.Language, "BackToOther"],
            [.. labels.Distinct(StringComparer.Ordinal).Select(label => new Choice(label))]);
    }

    /// <summary>Nothing but that: "I want to cancel the licence" is no end of the form.</summary>
    private bool SaysCancel(Turn turn) => phrases.Says(settled.Marked(turn.Text, turn.Language), turn.Language, "Cancel");

    private static ReplyMessage Say(Turn turn, string text, IReadOnlyList<Choice> choices) =>
        new() { Text = text, Choices = choices, Language = turn.Language.Code };
}
