using System.Globalization;
using System.Text.RegularExpressions;
using BillingBot.Cases;
using BillingBot.Conversation;
using BillingBot.Knowledge.Cases;
using BillingBot.Skills.Handoff;

namespace BillingBot.Skills.OwnCases;

/// <summary>After a case is closed its customer may say how it went, once asked with buttons, and why.</summary>
internal sealed partial class CaseRating(CustomerCases cases, CaseReplies replies, CaseButtons buttons, PoorRatings poor)
{
    public const int Best = 5;
    public const string WordsStep = "ratingWords";

    /// <summary>From here down the leads are told, and the case is offered to be taken up again.</summary>
    private const int Poor = 2;
    private const string CaseSlot = "case", RatingSlot = "rating";

    /// <summary>The rating that is said: by a button at any time, as a bare number only after the question.</summary>
    public int? Said(Turn turn)
    {
        if (turn.Kind != TurnKind.Message || turn.Text.Length is 0 or > 40)
        {
            return null;
        }

        var text = CaseRoutes.Narrow(turn.Text);
        var place = new[] { Language.English, Language.Japanese }
            .SelectMany(language => buttons.Ratings(language).Select((choice, place) => (choice.Label, Rating: Best - place)))
            .Where(known => known.Label.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)).Select(known => (int?)known.Rating).FirstOrDefault();
        return place ?? (turn.State is { CaseToRate: not null, Asked: null, Form: null } && Bare().Match(text) is { Success: true } bare
            ? int.Parse(bare.Groups["rating"].Value, CultureInfo.InvariantCulture)
            : null);
    }

    /// <summary>Asks how a case went, once it is closed.</summary>
    public Reply Ask(Turn turn, Case known) => known.IsOpen
        ? Later(turn, known)
        : replies.Say(turn, replies.Phrase(turn, "AskRating", known.Id), buttons.Ratings(turn.Language), "askedRating") with
        {
            State = turn.State with { CaseToRate = known.Id, Form = null },
        };

    /// <summary>The case that was asked about, else the latest.</summary>
    public async ValueTask<Reply> TakeAsync(Turn turn, int rating, CancellationToken cancellationToken)
    {
        var asker = CaseButtons.Asker(turn);
        var known = turn.State.CaseToRate is { } named
            ? await cases.FindAsync(asker, named, cancellationToken)
            : await cases.LatestAsync(asker, cancellationToken);
        if (known is null)
        {
            return replies.Say(turn, replies.Phrase(turn, "NothingToRate"), [], "notFound");
        }

        if (known.IsOpen)
        {
            return Later(turn, known);
        }

        var question = replies.Phrase(turn, "AskWords");
        var thanks = replies.Phrase(turn, rating <= Poor ? "RatedPoor" : "Rated");
        var slots = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [CaseSlot] = known.Id.ToString(CultureInfo.InvariantCulture),
            [RatingSlot] = rating.ToString(CultureInfo.InvariantCulture),
        };
        return replies.Say(turn, $"{thanks} {question}", rating <= Poor ? [buttons.Reopen(known.Id, turn.Language)] : [], "rated") with
        {
            State = turn.State with { CaseToRate = null, Form = new OpenForm(CaseSkill.SkillName, WordsStep, question, slots) { IsOffer = true } },
            Effects = [new CustomerRated(known.Id, replies.By(turn), rating, null) { Tell = rating <= Poor ? poor.TellAsync : null }],
        };
    }

    /// <summary>Why, in the customer's words.</summary>
    public async ValueTask<Reply?> TakeWordsAsync(Turn turn, OpenForm form, CancellationToken cancellationToken) =>
        long.TryParse(form.Slots.GetValueOrDefault(CaseSlot), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && int.TryParse(form.Slots.GetValueOrDefault(RatingSlot), NumberStyles.None, CultureInfo.InvariantCulture, out var rating)
        && await cases.FindAsync(CaseButtons.Asker(turn), number, cancellationToken) is { IsOpen: false } known
            ? replies.Say(turn, replies.Phrase(turn, "WordsTaken"), [], "ratedWords") with
            {
                State = turn.State with { Form = null },
                Effects = [new CustomerRated(known.Id, replies.By(turn), rating, CaseWords.Subject(turn.Text))],
            }
            : null;

    private Reply Later(Turn turn, Case known) =>
        replies.Say(turn, replies.Phrase(turn, "RateLater", known.Id), [buttons.Status(known.Id, turn.Language)], "notNow");

    [GeneratedRegex(@"^\W*(?<rating>[1-5])\s*(?:/\s*5|out\s+of\s+5|stars?|points?|点|つ?星)?(?:です)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Bare();
}
