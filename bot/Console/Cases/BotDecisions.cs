using BillingBot.Cases;
using BillingBot.Conversation;

namespace BillingBot.Console.Cases;

/// <summary>Says what the bot made of the customer's words, and how sure it was.</summary>
internal sealed class BotDecisions(CaseChoices choices, StaffLanguage spoken, Words<BotDecisions> say)
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "answered", "explained", "askedWhich", "askedPlatform", "askedAgain", "saidAgain", "unsure", "notFound", "notPublished", "referred", "failed",
        "cancelled", "reckoned", "withoutAmounts", "asked", "opened", "added",
    };

    /// <summary>Its own turns, and what the customer did with a button, say it already.</summary>
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal) { "relay", "welcome", "feedback" };

    /// <param name="titles">Of articles by id.</param>
    /// <returns>Null where there is nothing to tell.</returns>
    public string? Say(Outcome decision, IReadOnlyDictionary<string, string> titles)
    {
        var verb = decision.Decision.Split(':')[0];
        if (Silent.Contains(decision.Skill) || !Known.Contains(verb))
        {
            return null;
        }

        var did = say[verb];
        var about = decision.ArticleId is { } id ? say["Article", did, titles.GetValueOrDefault(id, id)] : did;
        return decision.Confidence is { } sure ? say["Sure", about, sure] : about;
    }

    /// <returns>With the titles of articles that the lines are about and <paramref name="known"/> lacks.</returns>
    public async Task<IReadOnlyDictionary<string, string>> TitlesAsync(
        IEnumerable<TranscriptEntry> lines, IReadOnlyDictionary<string, string> known, CancellationToken cancellationToken)
    {
        var missing = lines.Select(line => line.Decision?.ArticleId).OfType<string>().Where(id => !known.ContainsKey(id)).Distinct(StringComparer.Ordinal).ToList();
        if (missing.Count == 0)
        {
            return known;
        }

        var read = await choices.TitlesAsync(missing, spoken.Now.Code, cancellationToken);
        var all = new Dictionary<string, string>(known, StringComparer.Ordinal);
        missing.ForEach(id => all[id] = read.GetValueOrDefault(id, id));
        return all;
    }
}
