using BillingBot.Conversation;
using BillingBot.Knowledge.Support.Routing;

namespace BillingBot.Skills.Handoff;

/// <summary>
/// Whether the customer asks for a person. Plain requests are read here; what is worded otherwise is left to the search,
/// unless "person", "agent" and the like only stand within another question.
/// </summary>
internal sealed class PersonRequest(Phrases<PersonRequest> phrases)
{
    public bool IsPlain(Turn turn) => turn.Kind == TurnKind.Message && turn.Text.Length > 0 && Has(turn, "Request") && !Has(turn, "Other");

    /// <summary>The words only sound like it: "agent fee", "the person in charge of my invoice".</summary>
    public bool IsOther(Turn turn) => Has(turn, "Other") || (Has(turn, "Question") && !Has(turn, "Request"));

    /// <summary>The request also says what it is about: then the whole is the subject.</summary>
    public bool SaysWhat(Turn turn) => Has(turn, "About") || RoutingClassifier.Classify(Beside(turn)).Because
        .Any(said => said.Sense is WordSense.Commercial or WordSense.Dispute or WordSense.Technical or WordSense.Fraud);

    private string Beside(Turn turn) => phrases.Pattern(turn.Language, "Request").Replace(turn.Text.Replace('\u2019', '\''), " ");

    private bool Has(Turn turn, string key) => phrases.Says(turn.Text, turn.Language, key);
}
