using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing.Collections;
using BillingBot.Skills.Wording;
using NodaTime;

namespace BillingBot.Skills.Collections;

/// <summary>The steps of a collections policy in words.</summary>
internal sealed class CollectionsWords(BillingWords words, Phrases<CollectionsWords> phrases)
{
    /// <summary>"notice", "access may be suspended"; before the first stage "overdue".</summary>
    public string Now(CollectionsStep? step, Language language) => phrases[language, step is null ? "Now_Overdue" : $"Now_{step}"];

    /// <summary>"Notice", "Access to Microsoft 365 may be suspended".</summary>
    public string Step(CollectionsStep step, IReadOnlyList<Product> products, Language language) =>
        phrases.Format(language, $"Step_{step}", Products(products, language));

    /// <summary>"From Thu 3 Dec access to Microsoft 365 may be suspended."</summary>
    public string Coming(CollectionsPosition position, DatedStage next, Language language) => next.From is { } from
        ? phrases.Format(language, $"Coming_{next.Stage.Step}", words.Date(from, position.Today, language), Products(position.Products, language))
        : phrases[language, "ComingLater"];

    /// <summary>"Paused until Fri 4 Dec: promise to pay."</summary>
    public string Paused(CollectionsPause pause, LocalDate today, Language language) => pause.Until is { } until
        ? phrases.Format(language, $"Paused_{pause.Reason}", words.Date(until, today, language))
        : phrases[language, "Paused_Dispute"];

    public string Products(IReadOnlyList<Product> products, Language language) =>
        string.Join(phrases[language, "And"], products.Select(product => phrases[language, $"Product_{product}"]));

    /// <summary>What a stage means for users and administrators; said once where it is the same.</summary>
    public string Effect(CollectionsStage stage, Language language)
    {
        var (users, admins) = (stage.Users.In(language.Code), stage.Admins.In(language.Code));
        return users == admins ? users : phrases.Format(language, "Effect", users, admins);
    }
}
