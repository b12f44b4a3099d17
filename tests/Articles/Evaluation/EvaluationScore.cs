using System.Globalization;
using BillingBot.Knowledge.Articles.Search;

namespace BillingBot.Tests.Articles.Evaluation;

/// <summary>How the shipped store does on evaluation turns.</summary>
/// <param name="Turns">All that were asked.</param>
/// <param name="Right">An article that answers, or the question which variant of its topic; where none answers, no answer.</param>
/// <param name="Offered">A choice of a few that has an article that answers.</param>
/// <param name="Wrong">An article, or a topic's variants, that do not answer.</param>
internal sealed record EvaluationScore(int Turns, int Right, int Offered, int Wrong)
{
    public static readonly EvaluationScore None = new(0, 0, 0, 0);

    public double RightRate => (double)Right / Turns;
    public double WrongRate => (double)Wrong / Turns;

    public static EvaluationScore Of(EvaluationTurn turn, Finding finding)
    {
        var answers = Searcher.Shown(finding).Any(turn.Answers.Contains);
        return finding switch
        {
            Finding.Sure or Finding.Variants => answers ? OneRight : new(1, 0, 0, 1),
            _ when !turn.HasAnswer => OneRight,
            Finding.Which when answers => new(1, 0, 1, 0),
            _ => new(1, 0, 0, 0),
        };
    }

    public static EvaluationScore operator +(EvaluationScore left, EvaluationScore right) =>
        new(left.Turns + right.Turns, left.Right + right.Right, left.Offered + right.Offered, left.Wrong + right.Wrong);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Turns} turns: right {RightRate:P1}, offered {(double)Offered / Turns:P1}, wrong {WrongRate:P1}");

    private static EvaluationScore OneRight => new(1, 1, 0, 0);
}
