using BillingBot.Conversation;
using BillingBot.Knowledge;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Cases;

namespace BillingBot.Skills.Handoff;

/// <summary>Puts the questions of the hand-off's form.</summary>
internal sealed class HandoffReplies(ArticleButtons articles, Phrases<HandoffReplies> phrases)
{
    public const string SubjectStep = "subject", EmailStep = "email", ConfirmStep = "confirm";
    private const int LongestQuote = 200;

    /// <param name="wantsCall">They want to be called, and no number is known.</param>
    public Reply AskSubject(Turn turn, HandoffSlots slots, bool wantsCall) =>
        AskSubject(turn, slots, "OfCourse", wantsCall ? "AskSubjectAndNumber" : "AskSubject");

    /// <summary>Why it is asked, and the question again.</summary>
    public Reply ExplainSubject(Turn turn, HandoffSlots slots) => AskSubject(turn, slots, "WhySubject", "AskSubject");

    /// <param name="key">Why it is asked again; null for the first time.</param>
    public Reply AskEmail(Turn turn, HandoffSlots slots, string? key = null) =>
        Ask(turn, EmailStep, phrases[turn.Language, key ?? "AskEmail"], slots, [phrases[turn.Language, "NoEmail"]]);

    /// <summary>What is known, and one press.</summary>
    public Reply AskConfirm(Turn turn, HandoffSlots slots, Urgency urgency)
    {
        var question = phrases[turn.Language, "Confirm"];
        string[] labels =
        [
            phrases[turn.Language, "Yes"],
            phrases[turn.Language, urgency >= Urgency.High ? "NotUrgent" : "Urgent"],
            phrases[turn.Language, "Else"],
            phrases[turn.Language, "Cancel"],
        ];
        var reply = Ask(turn, ConfirmStep, question, slots, labels);
        return reply with
        {
            Messages =
            [
                reply.Messages[0] with
                {
                    Text = null,
                    Card = new Card(
                        question, null,
                        [
                            new CardFact(phrases[turn.Language, "About"], Quote(slots.Subject!)),
                            .. slots.Product is { } product and not Product.Any ? [new CardFact(phrases[turn.Language, "Product"], phrases[turn.Language, $"Product_{product}"])] : Array.Empty<CardFact>(),
                            new CardFact(phrases[turn.Language, "Urgency"], phrases[turn.Language, $"Urgency_{urgency}"]),
                        ],
                        phrases[turn.Language, turn.IsGroup ? "ConfirmNoteGroup" : "ConfirmNote"]),
                },
            ],
        };
    }

    /// <summary>Adds the offer to what another skill has said: a yes, or the button for a person, hands over.</summary>
    public Reply Offer(Turn turn, Reply reply, HandoffSlots slots)
    {
        var question = phrases[turn.Language, "Offer"];
        var person = articles.For([ArticleButtons.TalkToPerson], turn.Language);
        var last = reply.Messages[^1];

        // It is asked in place of whether an answer helped.
        var others = last.Choices.Where(choice => choice.Verb is not (Verbs.Helped or Verbs.NotHelped)).ToList();
        return reply with
        {
            Messages =
            [
                .. reply.Messages.Take(reply.Messages.Count - 1),
                last with
                {
                    Question = question,
                    Choices = [.. others, .. person.Where(choice => others.All(other => other.Label != choice.Label))],
                },
            ],
            State = reply.State with
            {
                Form = new OpenForm(HandoffSkill.SkillName, ConfirmStep, question, slots.ToDictionary()) { IsOffer = true },
                AskedWhetherItHelped = false,
            },
            Handoff = null,
        };
    }

    public Reply Say(Turn turn, string text, IReadOnlyList<Choice> choices, string decision) => new(
        [new ReplyMessage { Text = text, Choices = choices, Language = turn.Language.Code }], turn.State)
    {
        Outcome = new Outcome(HandoffSkill.SkillName, decision),
    };

    public string Phrase(Turn turn, string key, params object[] values) => phrases.Format(turn.Language, key, values);

    /// <summary>What opens it is said once, and not with the question when that is put again.</summary>
    private Reply AskSubject(Turn turn, HandoffSlots slots, string opening, string key)
    {
        var reply = Ask(turn, SubjectStep, phrases[turn.Language, key], slots, []);
        return reply with
        {
            Messages = [reply.Messages[0] with { Text = phrases.Format(turn.Language, "Opened", phrases[turn.Language, opening], reply.Messages[0].Text!) }],
        };
    }

    private Reply Ask(Turn turn, string step, string question, HandoffSlots slots, IReadOnlyList<string> labels)
    {
        IReadOnlyList<Choice> choices = [.. labels.Select(label => new Choice(label))];
        return Say(turn, question, choices, $"asked{step}") with
        {
            State = turn.State with { Form = new OpenForm(HandoffSkill.SkillName, step, question, slots.ToDictionary()).With(choices) },
        };
    }

    private static string Quote(string subject) => subject.Length <= LongestQuote ? subject : $"{Cut.To(subject, LongestQuote)}…";
}
