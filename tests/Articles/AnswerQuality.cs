using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;

namespace BillingBot.Tests.Articles;

/// <summary>How well a language's shipped articles are found by questions they were not taught.</summary>
/// <param name="Asked">Questions of customers' articles, each left out of what is taught.</param>
/// <param name="Settled">Of those: answered, or asked back for the variant of one topic.</param>
/// <param name="SettledRight">Of the settled: the right topic.</param>
/// <param name="Offered">Of those asked: offered a choice of two or three.</param>
/// <param name="OfferedRight">Of the offered: the right topic was among them.</param>
/// <param name="First">Of those asked: the right topic was first, however sure.</param>
/// <param name="OffTopic">Off-topic questions, left out as well.</param>
/// <param name="Abstained">Of the off-topic: not answered.</param>
internal sealed record AnswerQuality(
    int Asked, int Settled, int SettledRight, int Offered, int OfferedRight, int First, int OffTopic, int Abstained)
{
    /// <summary>Each round holds back every tenth question and teaches the rest, so none is judged by what it taught.</summary>
    private const int Rounds = 10;

    public double Precision => (double)SettledRight / Settled;
    public double Coverage => (double)Settled / Asked;
    public double Accuracy => (double)First / Asked;
    public double ChoicePrecision => (double)OfferedRight / Offered;
    public double Abstention => (double)Abstained / OffTopic;

    public static async Task<AnswerQuality> MeasureAsync(string language)
    {
        var articles = (await ShippedPack.ArticlesAsync())
            .Where(article => article.Language == language && article.Audience == Audience.Customer).ToList();
        var lexicon = await ShippedPack.LexiconAsync();
        return Enumerable.Range(0, Rounds).Select(round => MeasureRound(language, articles, lexicon, round)).Aggregate(Add);
    }

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{Asked} questions: first {Accuracy:P1}, settled {Coverage:P1} of which right {Precision:P1}, choice offered {(double)Offered / Asked:P1} of which right {ChoicePrecision:P1}; {OffTopic} off topic: abstained {Abstention:P1}");

    private static AnswerQuality MeasureRound(string language, List<Article> articles, Lexicon lexicon, int round)
    {
        var number = 0;
        List<(string Question, string Topic)> held = [];
        var taught = articles.ConvertAll(article => Without(article, article.Questions.Where(question =>
        {
            var isHeld = number++ % Rounds == round;
            if (isHeld)
            {
                held.Add((question, article.Topic));
            }

            return !isHeld;
        })));
        var offTopic = lexicon.OffTopicIn(language).ToLookup(_ => number++ % Rounds == round);
        var searcher = new Searcher(ArticleIndex.Build(taught, lexicon with
        {
            OffTopic = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [language] = [.. offTopic[false]] },
        }));
        var strange = offTopic[true].Select(question => searcher.Ask(question, language)).ToList();
        return held.Select(asked => Judge(searcher.Ask(asked.Question, language), asked.Topic)).Aggregate(Add) with
        {
            OffTopic = strange.Count,
            Abstained = strange.Count(finding => finding is Finding.Unsure or Finding.Which),
        };
    }

    private static AnswerQuality Judge(Finding finding, string topic)
    {
        var settled = finding is Finding.Sure or Finding.Variants ? 1 : 0;
        var offered = finding is Finding.Which ? 1 : 0;
        var shown = Searcher.Matches(finding);
        var isFirst = shown.Count > 0 && shown[0].Article.Topic == topic ? 1 : 0;
        var isShown = shown.Any(match => match.Article.Topic == topic) ? 1 : 0;
        return new AnswerQuality(1, settled, settled * isFirst, offered, offered * isShown, isFirst, 0, 0);
    }

    private static AnswerQuality Add(AnswerQuality left, AnswerQuality right) => new(
        left.Asked + right.Asked, left.Settled + right.Settled, left.SettledRight + right.SettledRight,
        left.Offered + right.Offered, left.OfferedRight + right.OfferedRight, left.First + right.First,
        left.OffTopic + right.OffTopic, left.Abstained + right.Abstained);

    private static Article Without(Article article, IEnumerable<string> questions) => new()
    {
        Id = article.Id,
        Language = article.Language,
        Title = article.Title,
        Topic = article.Topic,
        Product = article.Product,
        Era = article.Era,
        Cloud = article.Cloud,
        Audience = article.Audience,
        ValidFrom = article.ValidFrom,
        ValidTo = article.ValidTo,
        Source = article.Source,
        ReviewedOn = article.ReviewedOn,
        Answer = article.Answer,
        Questions = [.. questions],
        FollowUps = [],
        ContentHash = "",
    };
}
