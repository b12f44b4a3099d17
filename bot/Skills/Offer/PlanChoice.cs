using System.Text.RegularExpressions;
using BillingBot.Conversation;
using BillingBot.Knowledge.Support;

namespace BillingBot.Skills.Offer;

/// <summary>Which plan of the offer a question is about.</summary>
internal static class PlanChoice
{
    /// <summary>The plan the person holds, if one is published under its name.</summary>
    public static SupportPlan? Own(PublishedOffer offer, Turn turn) => turn.Person is { } person ? offer.Plan(person.SupportPlan) : null;

    /// <summary>The plan named in the words, else the person's own, else for a guest the one that comes with every purchase.</summary>
    /// <returns>Null when the person's plan is not published, or nothing is.</returns>
    public static SupportPlan? For(PublishedOffer offer, Turn turn) =>
        offer.Plans.FirstOrDefault(plan => IsNamed(plan.Name, turn.Text))
        ?? (HoldsPlan(turn) ? Own(offer, turn) : Included(offer));

    /// <summary>The plan that comes with every purchase, else the first; null when nothing is published.</summary>
    public static SupportPlan? Included(PublishedOffer offer) => offer.Plans.FirstOrDefault(plan => plan.IsIncluded) ?? offer.Plans.ElementAtOrDefault(0);

    /// <summary>False for a guest.</summary>
    public static bool HoldsPlan(Turn turn) => !string.IsNullOrWhiteSpace(turn.Person?.SupportPlan);

    // "plus" is an everyday word: without "plan" beside it, only the name as it is written counts.
    private static bool IsNamed(string name, string text)
    {
        var plan = $"(?<![A-Za-z0-9]){Regex.Escape(name)}(?![A-Za-z0-9])";
        return Regex.IsMatch(text, plan, RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout)
            || Regex.IsMatch(text, plan + @"\s*(?:plan|プラン)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Regex.InfiniteMatchTimeout);
    }
}
