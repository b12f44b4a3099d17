using BillingBot.Conversation;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Support.Escalations;
using BillingBot.Knowledge.Support.Routing;
using BillingBot.Knowledge.Support.Routing.Editing;
using NodaTime.Text;

namespace BillingBot.Routing;

/// <summary>Says reasons, destinations and what is wrong with an edit to staff, in English or Japanese. The customer never reads them.</summary>
internal sealed class RoutingWords
{
    private readonly Phrases<RoutingWords> _phrases = new();

    /// <summary>One sentence for each reason, in order.</summary>
    public IReadOnlyList<string> Of(RoutingDecision decision, Language language) => [.. decision.Reasons.Select(reason => Of(reason, language))];

    /// <summary>A reason's facts fill the sentence; one that names any number of them gets them as a list.</summary>
    public string Of(RoutingReason reason, Language language)
    {
        var facts = reason.Facts.Select(fact => Of(fact, language)).ToArray();
        return reason.Code is ReasonCode.DiagnosisFirst or ReasonCode.WouldCover
            ? Format(language, $"Reason.{reason.Code}", string.Join(_phrases[language, "Comma"], facts))
            : Format(language, $"Reason.{reason.Code}", facts);
    }

    /// <param name="table">For the names of queues and providers; one that is gone goes by its id.</param>
    public string Of(Destination destination, RoutingTable table, Language language) => destination.Kind switch
    {
        DestinationKind.Queue => Format(language, "Destination.Queue", table.Queue(destination.Name)?.NameIn(language.Code) ?? destination.Name),
        DestinationKind.Microsoft => Format(language, "Destination.Microsoft", _phrases[language, $"Tier.{destination.Name}"]),
        var kind => Format(language, $"Destination.{kind}", table.Provider(destination.Name)?.Name ?? destination.Name),
    };

    public string Of(RoutingProblem problem, Language language) =>
        Format(language, $"Problem.{problem.Code}", _phrases[language, $"Field.{problem.Field}"], problem.Value);

    public string Of(DestinationKind kind, Language language) => _phrases[language, $"Kind.{kind}"];

    public string Of(SupportProduct product, Language language) => _phrases[language, $"Product.{product}"];

    public string Of(Classification classification, Language language) => _phrases[language, $"Classification.{classification}"];

    public string Of(Urgency urgency, Language language) => _phrases[language, $"Urgency.{urgency}"];

    public string Of(MicrosoftTier tier, Language language) => _phrases[language, $"Tier.{tier}"];

    public string Of(DiagnosisStep step, Language language) => _phrases[language, $"Step.{step}"];

    public string Of(Finding finding, Language language) => _phrases[language, $"Finding.{finding}"];

    public string Of(RuleCondition condition, Language language) => _phrases[language, $"Condition.{condition}"];

    public string Of(RuleResult result, Language language) => _phrases[language, $"Result.{result}"];

    public string Of(PartnerModel model, Language language) => _phrases[language, $"Model.{model}"];

    public string Of(PacketItem item, Language language) => _phrases[language, $"Item.{item}"];

    /// <summary>The name of a language, or its code where it has none.</summary>
    public string LanguageName(string code, Language language) => code switch
    {
        "en" or "ja" => _phrases[language, $"Language.{code}"],
        _ => code,
    };

    private string Of(RoutingFact fact, Language language) => fact.Kind switch
    {
        RoutingFactKind.Text => fact.Value,
        RoutingFactKind.Language => LanguageName(fact.Value, language),
        RoutingFactKind.Date => LocalDatePattern.Iso.Parse(fact.Value) is { Success: true } date
            ? date.Value.ToString("D", language.Culture)
            : fact.Value,
        var kind => _phrases[language, $"{kind}.{fact.Value}"],
    };

    private string Format(Language language, string key, params string[] values) => _phrases.Format(language, key, [.. values]);
}
