using BillingBot.Editing;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Skills;
using BillingBot.Skills.Deciding;

namespace BillingBot.Console.Knowledge;

/// <summary>Says what the bot would do with a question that staff try.</summary>
internal sealed class TrialWords(Words<TrialWords> say)
{
    public string Of(Decision decision) => decision switch
    {
        Decision.Open { Article.Id: ArticleButtons.TalkToPerson } or Decision.ReportFraud { FirstAid: null } => say["Person"],
        Decision.ReportFraud({ } firstAid) => say["Fraud", firstAid.Title],
        Decision.Open { Article: { Skill: not null } article } => say["Skill", article.Title],
        Decision.Open { Reason: DecisionReason.More, Article: var more } => say["More", more.Title],
        Decision.Open { Article: var article } => say["Answer", article.Title],
        Decision.Several => say["Several"],
        Decision.AskWhich { Articles: [var only] } => say["IsItThis", only.Title],
        Decision.AskWhich(var options, _) => say[options.All(option => option.Topic == options[0].Topic) ? "WhichVariant" : "WhichTopic"],
        Decision.AskAgain => say["AskAgain"],
        Decision.StrayAnswer => say["Stray"],
        Decision.Rate => say["Rate"],
        Decision.Foreign => say["Foreign"],
        Decision.Admit { Nearest.Count: > 0 } => say["Suggest"],
        _ => say["NotKnown"],
    };

    /// <summary>What is asked between, suggested, or answered.</summary>
    public IReadOnlyList<Article> Articles(Decision decision) => decision switch
    {
        Decision.Several several => [.. several.Answers.Select(answer => answer.Article), .. several.Which?.Articles ?? []],
        Decision.AskWhich { Articles: { Count: > 1 } options } => options,
        Decision.Admit(var nearest) => nearest,
        Decision.Foreign(_, var nearest) => nearest,
        _ => [],
    };

    public string Tone(Decision decision) => decision switch
    {
        Decision.Open or Decision.Several or Decision.Rate => "good",
        Decision.ReportFraud or Decision.Admit or Decision.Foreign => "warn",
        _ => "info",
    };

    public string Why(TrialResult result) => string.Join(say["Space"], Sentences(result));

    private IEnumerable<string> Sentences(TrialResult result)
    {
        yield return say[$"In_{result.Language.Code}"];
        if (result.Person is { } person)
        {
            yield return say["By", person];
        }

        if (result.BeforeTitle is { } before)
        {
            yield return say["After", before];
        }

        if (result.Decision is Decision.Open { Reason: not DecisionReason.Search } open)
        {
            yield return say[$"Reason_{open.Reason}"];
        }
        else if (result.Decision is not (Decision.ReportFraud or Decision.Foreign or Decision.Rate or Decision.StrayAnswer) && result.Explanation is { } because)
        {
            yield return because.Basis == DecisionBasis.Ranking ? Ranked(result.Decision, because) : say[$"Basis_{because.Basis}"];
        }
    }

    private string Ranked(Decision decision, Explanation because) => because.Candidates is [{ Confidence: var best, Article.Title: var title }, ..]
        ? say[decision is Decision.Open ? "Enough" : best >= because.Threshold ? "EnoughButOpen" : "TooLittle", title, best, because.Threshold]
        : say["Basis_Nothing"];
}
