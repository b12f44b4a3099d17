using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Collections;

namespace BillingBot.Skills.Collections;

/// <summary>The published policy as cards: one, or one for each set of products with stages of its own.</summary>
internal sealed class PolicyCards(CollectionsPolicy policy, CollectionsWords steps, Phrases<PolicyCards> phrases)
{
    public IEnumerable<ReplyMessage> For(Turn turn)
    {
        var rows = policy.Rows(IsOwn(turn) ? turn.Person!.CustomerGroup : Customer.StandardGroup);
        return rows.Select(row => new ReplyMessage { Card = Card(turn, rows, row.Products, row.Stages), Language = turn.Language.Code });
    }

    private Card Card(
        Turn turn,
        IReadOnlyList<(IReadOnlyList<Product> Products, IReadOnlyList<CollectionsStage> Stages)> rows,
        IReadOnlyList<Product> products,
        IReadOnlyList<CollectionsStage> stages)
    {
        var code = turn.Language.Code;
        var usual = stages.GroupBy(stage => stage.StoppedBy.In(code), StringComparer.Ordinal).MaxBy(same => same.Count())?.Key;
        return new(
            Title(turn.Language, rows, products),
            phrases[turn.Language, IsOwn(turn) ? "ForYou" : "ForAnyone"],
            [],
            usual is null ? phrases[turn.Language, "ByPeople"] : phrases.Format(turn.Language, "StoppedByAndByPeople", usual))
        {
            Timeline = [.. stages.Select(stage => new TimelineStep(
                phrases.Format(turn.Language, stage.AfterDays == 1 ? "AfterDay" : "AfterDays", stage.AfterDays),
                steps.Step(stage.Step, products.Contains(Product.Any) ? [Product.Any] : products, turn.Language),
                StepState.General,
                stage.StoppedBy.In(code) is var own && own == usual
                    ? steps.Effect(stage, turn.Language)
                    : phrases.Format(turn.Language, "EffectAndStoppedBy", steps.Effect(stage, turn.Language), own)))],
        };
    }

    /// <summary>A customer's terms are for their own eyes; where others read along the usual ones are told.</summary>
    private static bool IsOwn(Turn turn) => turn is { Person: not null, IsOverheard: false };

    private string Title(
        Language language, IReadOnlyList<(IReadOnlyList<Product> Products, IReadOnlyList<CollectionsStage> Stages)> rows, IReadOnlyList<Product> products)
    {
        if (rows.Count == 1)
        {
            return phrases[language, "Title"];
        }

        return products.Contains(Product.Any)
            ? phrases.Format(language, "TitleExcept", steps.Products([.. rows.SelectMany(row => row.Products).Except(products)], language))
            : phrases.Format(language, "TitleFor", steps.Products(products, language));
    }
}
