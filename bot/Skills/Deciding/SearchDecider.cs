using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Skills.Handoff;
using BillingBot.Skills.RefundWindow;
using BillingBot.Telemetry;
using NodaTime;

namespace BillingBot.Skills.Deciding;

/// <summary>Decides by the search: an answer, several, the question which one is meant, or that the bot does not know.</summary>
internal sealed class SearchDecider(
    ArticleFinder finder, ArticleStore articles, FollowUps followUps, RefundRoutes refunds, PersonRequest person, QuestionParts parts)
{
    /// <summary>From this confidence on "is it this?" is more useful than "I do not know".</summary>
    private const double WorthAsking = 0.3;

    /// <summary>Characters from which on a message is looked at sentence by sentence when the whole tells nothing for sure.</summary>
    private const int Long = 200;
    internal const int MostAnswers = 2;
    private const int MostOptions = 4;
    private const double AllButRounding = 0.999;

    /// <summary>Digits and signs alone ask nothing.</summary>
    public static bool HasWords(string text) => text.Any(char.IsLetter);

    public async ValueTask<Decision> DecideAsync(Turn turn, LocalDate today, CancellationToken cancellationToken)
    {
        using var search = TurnTrace.Part("search");
        await finder.ReadyAsync(followUps.Request(turn, today), cancellationToken);
        return Decide(turn, today);
    }

    /// <summary>The article that answers the words beyond doubt, whatever else they name; null where there is none.</summary>
    public async ValueTask<Decision.Open?> SureOfAsync(Turn turn, LocalDate today, CancellationToken cancellationToken)
    {
        using var search = TurnTrace.Part("search");
        await finder.ReadyAsync(followUps.Request(turn, today), cancellationToken);
        return Find(turn, today) is Finding.Sure({ Article.IsSmallTalk: false } match)
            ? new Decision.Open(match.Article, turn, match.Confidence, DecisionReason.Search)
            : null;
    }

    private Decision Decide(Turn turn, LocalDate today)
    {
        var found = new TurnSearch(turn, part => Find(part, today));
        var whole = found.Of(turn.Text);

        // What is known word by word is what it is, in whatever language and however many sentences.
        var isExact = IsExact(whole);
        if (!isExact && ForeignLanguage.Of(turn.Text) is { } foreign)
        {
            return new Decision.Foreign(foreign, Nearest(turn, today));
        }

        if (!isExact && Several(turn, found, whole) is { } several)
        {
            return several;
        }

        return isExact || whole is Finding.Sure({ Article.IsSmallTalk: false }) or Finding.Variants || BySentence(turn, today, found) is not { } decision
            ? ByWhole(turn, today, whole)
            : decision;
    }

    /// <summary>A title or a taught question, also one of a topic whose variants are still open.</summary>
    private static bool IsExact(Finding whole) => whole switch
    {
        Finding.Sure({ Confidence: 1 }) => true,
        Finding.Variants(_, var matches) => matches.Sum(match => match.Confidence) > AllButRounding,
        _ => false,
    };

    private Decision ByWhole(Turn turn, LocalDate today, Finding whole) => whole switch
    {
        not Finding.Sure({ Confidence: 1 }) when Article(turn, followUps.OnlyADate(turn, today)) is { } hours => new Decision.Open(hours, turn, null, DecisionReason.Date),
        Finding.Sure(var match) => new Decision.Open(match.Article, turn, match.Confidence, DecisionReason.Search),
        Finding.Which or Finding.Unsure when Article(turn, refunds.ArticleFor(turn, today)) is { } window => new Decision.Open(window, turn, null, DecisionReason.Date),
        Finding.Unsure(var nearest) when Article(turn, followUps.MeantByDate(turn, today, Articles(nearest.TakeWhile(match => match.Confidence >= WorthAsking)))) is { } meant =>
            new Decision.Open(meant, turn, null, DecisionReason.Date),
        Finding.Which or Finding.Unsure when turn.Case is { } waiting && waiting.IsOf(turn) => new Decision.AddToCase(waiting),
        Finding.Which(var matches) => new Decision.AskWhich(Articles(matches), turn.Text),
        Finding.Variants(_, var matches) => new Decision.AskWhich(Articles(matches), turn.Text),
        Finding.Unsure([{ Confidence: >= WorthAsking }, ..] nearest) when HasWords(turn.Text) => new Decision.AskWhich(Articles(nearest), turn.Text),
        Finding.Unsure(var nearest) => new Decision.Admit(HasWords(turn.Text) ? Articles(nearest) : []),
        var other => throw new InvalidOperationException($"No case for {other.GetType().Name}."),
    };

    /// <summary>
    /// Each question of a message by itself; null when there is one, or not every two of them can be told apart. Where the
    /// whole is sure of something else than each part that is known, the parts belong to it: "fewer seats? What do you need?"
    /// </summary>
    private Decision.Several? Several(Turn turn, TurnSearch found, Finding whole)
    {
        var questions = parts.Questions(turn.Text, turn.Language);
        if (questions.Count < 2 || turn.State.Form is not null)
        {
            return null;
        }

        List<Decision.Open> answers = [];
        Decision.AskWhich? which = null;
        string? unknown = null;
        foreach (var question in questions)
        {
            var part = turn with { Text = question };
            switch (found.Of(question))
            {
                case Finding.Sure({ Article.IsSmallTalk: false } match) when answers.TrueForAll(known => known.Article.Topic != match.Article.Topic):
                    answers.Add(new(match.Article, part, match.Confidence, DecisionReason.Search));
                    break;
                case Finding.Variants(var topic, var matches) when answers.TrueForAll(known => known.Article.Topic != topic):
                    which ??= new(Articles(matches), question);
                    break;
                case Finding.Unsure or Finding.Which:
                    unknown ??= question;
                    break;
            }
        }

        if (which is null && Topic(whole) is { } about && answers.TrueForAll(known => known.Article.Topic != about))
        {
            return null;
        }

        // "Do you sell X, and what would it cost?": the price of another thing.
        if (answers is [{ Article: var only }] && turn.Text.Length < Long && !IsNear(whole, only, WorthAsking))
        {
            return null;
        }

        var isWhole = answers.Count >= MostAnswers || (answers.Count == 1 && (which is not null || (questions.Count == 2 && unknown is not null)));
        return isWhole ? new Decision.Several([.. answers.Take(MostAnswers)], which, which is null ? unknown : null) : null;
    }

    /// <summary>
    /// What stands among greetings, thanks and other sentences: the one that asks something, or the question which of several
    /// is meant. Of a short message that asks something only questions count, for its other sentences say more together; and
    /// what one sentence says by itself must be near to what all say, but for a question in a long message.
    /// </summary>
    private Decision? BySentence(Turn turn, LocalDate today, TurnSearch found)
    {
        var sentences = QuestionParts.Sentences(turn.Text);
        if (sentences.Count < 2)
        {
            return null;
        }

        var read = sentences.Select(sentence => (Text: sentence, Found: found.Of(sentence))).ToList();
        var telling = read.FindAll(sentence => sentence.Found is not Finding.Sure({ Article.IsSmallTalk: true }));
        if (telling.Count is > 0 && telling.Count < read.Count)
        {
            var rest = turn with { Text = string.Join(' ', telling.Select(sentence => sentence.Text)) };
            var told = found.Of(rest.Text);
            if (told is Finding.Sure or Finding.Variants || found.Of(turn.Text) is Finding.Sure)
            {
                return ByWhole(rest, today, told);
            }
        }

        var said = telling.ConvertAll(sentence => (Sure: sentence.Found as Finding.Sure, IsQuestion: parts.IsQuestion(sentence.Text, turn.Language)));
        var asksNothing = !said.Exists(sentence => sentence.IsQuestion);
        var (isLong, whole) = (turn.Text.Length >= Long, found.Of(turn.Text));
        var sure = said
            .Where(sentence => sentence.Sure is not null && (asksNothing || isLong || sentence.IsQuestion))
            .Where(sentence => (isLong && sentence.IsQuestion) || IsNear(whole, sentence.Sure!.Match.Article))
            .Select(sentence => sentence.Sure!.Match)
            .GroupBy(match => match.Article.Id, StringComparer.Ordinal).Select(group => group.MaxBy(match => match.Confidence)!)
            .OrderByDescending(match => match.Confidence).ToList();
        return sure switch
        {
            [] => null,
            [var only] => new Decision.Open(only.Article, turn, only.Confidence, DecisionReason.Sentence),
            _ => new Decision.AskWhich(Articles(sure.Take(MostOptions)), turn.Text),
        };
    }

    /// <summary>Whether an article's topic is at least suggested for the words, and with this confidence.</summary>
    private static bool IsNear(Finding whole, Article article, double least = 0) => whole switch
    {
        Finding.Sure({ Article: var sure }) => sure.Topic == article.Topic || sure.IsSmallTalk,
        Finding.Variants(var topic, _) => topic == article.Topic,
        Finding.Which(var matches) => matches.Any(match => match.Article.Topic == article.Topic && match.Confidence >= least),
        Finding.Unsure(var nearest) => nearest.Any(match => match.Article.Topic == article.Topic && match.Confidence >= least),
        _ => false,
    };

    private static string? Topic(Finding finding) => finding switch
    {
        Finding.Sure({ Article.IsSmallTalk: false } match) => match.Article.Topic,
        Finding.Variants(var topic, _) => topic,
        _ => null,
    };

    private Finding Find(Turn turn, LocalDate today) =>
        finder.Find(followUps.Request(turn, today) with { ExcludedTopic = person.IsOther(turn) ? ArticleButtons.TalkToPerson : null });

    /// <summary>In whichever of the bot's languages the words are nearest to something.</summary>
    private List<Article> Nearest(Turn turn, LocalDate today) => Articles(
        new[] { Language.English, Language.Japanese }
            .SelectMany(language => finder.Nearest(new SearchRequest(turn.Text, language.Code, Audience.Customer, today)))
            .Where(match => !match.Article.IsSmallTalk).OrderByDescending(match => match.Confidence).Take(MostOptions));

    private Article? Article(Turn turn, string? articleId) => articles.Find(articleId, turn.Language.Code);

    private static List<Article> Articles(IEnumerable<ArticleMatch> matches) => [.. matches.Select(match => match.Article)];
}
