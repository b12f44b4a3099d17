using BillingBot.Conversation;
using BillingBot.Knowledge;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Editing;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Editing;

/// <summary>
/// What customers asked and the bot did not know, or answered so that it did not help: what to write articles about. It
/// tells what was asked, never by whom.
/// </summary>
internal sealed class AskedInVain(
    IDbContextFactory<BillingDb> factory, PersonalData personal, ArticleFinder finder, PublishedOffer offer, IClock clock)
{
    /// <summary>Messages that are looked at, newest first; older ones say little about what to write now.</summary>
    private const int Most = 2_000;
    private const int LongestShown = 300;
    private static readonly Duration LookBack = Duration.FromDays(90);

    /// <param name="staff">A knowledge editor.</param>
    /// <param name="withAnswered">Also what the bot would answer now.</param>
    /// <param name="skip">Groups before the page.</param>
    /// <param name="take">Groups on the page.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<DeskOutcome<VainPage>> ReadAsync(
        StaffUser staff, bool withAnswered, int skip, int take, CancellationToken cancellationToken)
    {
        if (!staff.Is(StaffRole.KnowledgeEditor))
        {
            return new DeskOutcome<VainPage>.Refused(StaffRole.KnowledgeEditor);
        }

        var edited = await EditedAtAsync(cancellationToken);
        var groups = Group(await AskedAsync(cancellationToken)).ConvertAll(group => Look(group, edited));
        var shown = groups.FindAll(group => withAnswered || !group.IsAnsweredNow);
        return new DeskOutcome<VainPage>.Done(new([.. shown.Skip(skip).Take(take)], shown.Count));
    }

    private async Task<IEnumerable<AskedQuestion>> AskedAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetCurrentInstant() - LookBack;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await db.Messages
            .Where(message => message.Direction == Direction.Inbound && message.At >= since
                && (message.Outcome!.Contains("\"decision\":\"unsure\"") || message.Outcome.Contains("\"decision\":\"notHelped\"")))
            .OrderByDescending(message => message.At).Take(Most)
            .Select(message => new
            {
                message.Body,
                Outcome = message.Outcome!,
                message.At,
                // A "no" is about the question before it.
                Before = db.Messages.Where(before => before.ConversationId == message.ConversationId && before.Sequence < message.Sequence
                        && before.Direction == Direction.Inbound && !before.Outcome!.Contains("\"skill\":\"feedback\""))
                    .OrderByDescending(before => before.Sequence).Select(before => before.Body).FirstOrDefault(),
                Names = db.Conversations.Where(conversation => conversation.Id == message.ConversationId)
                    .Join(db.People, conversation => conversation.PersonId, person => person.Id, (_, person) => person.Name + "\n" + person.Customer!.Name)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return rows.Select(row => Read(row.Body, row.Outcome, row.Before, row.Names, row.At)).OfType<AskedQuestion>();
    }

    private AskedQuestion? Read(string body, string outcome, string? before, string? names, Instant at)
    {
        if (Stored.Read(outcome, ConversationJson.Default.Outcome) is not { } decided)
        {
            return null;
        }

        var reason = decided.Decision == Verbs.NotHelped ? VainReason.NotHelped : VainReason.Unsure;
        var incoming = Stored.Read(reason == VainReason.NotHelped ? before : body, ConversationJson.Default.Incoming);
        var text = incoming?.Text.Trim() ?? "";
        if (text.Length > LongestShown)
        {
            text = Cut.To(text, LongestShown) + "…";
        }

        // Digits and signs alone ask nothing.
        if (!text.Any(char.IsLetter))
        {
            return null;
        }

        var language = LanguageDetector.Detect(text) ?? Language.FromLocale(incoming!.Locale) ?? Language.English;
        var masked = personal.Mask(text, [.. names?.Split('\n') ?? [], .. incoming!.Sender.Name is { Length: > 0 } name ? [name] : Array.Empty<string>()], language);
        return new AskedQuestion(masked, language, reason, decided.ArticleId, at);
    }

    private static List<VainGroup> Group(IEnumerable<AskedQuestion> asked)
    {
        List<(QuestionWords Words, List<AskedQuestion> Asked)> groups = [];
        foreach (var question in asked)
        {
            var words = new QuestionWords(question.Text, question.Language);
            if (groups.Find(group => group.Words.IsLike(words)).Asked is { } same)
            {
                same.Add(question);
            }
            else
            {
                groups.Add((words, [question]));
            }
        }

        return groups.ConvertAll(group => new VainGroup(group.Asked));
    }

    private VainGroup Look(VainGroup group, Dictionary<ArticleKey, Instant> edited)
    {
        var request = new SearchRequest(group.Text, group.Language, Audience.Customer, clock.GetCurrentInstant().InZone(offer.Zone).Date);
        var sure = (finder.Find(request) as Finding.Sure)?.Match.Article;
        var failed = group.Newest.Reason == VainReason.NotHelped ? group.Newest.ArticleId : null;
        return group with
        {
            Nearest = sure ?? finder.Nearest(request).ElementAtOrDefault(0)?.Article,
            IsAnsweredNow = sure is not null
                && (sure.Id != failed || edited.GetValueOrDefault(new(sure.Id, sure.Language)) > group.LastAskedAt),
        };
    }

    private async Task<Dictionary<ArticleKey, Instant>> EditedAtAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await EditsInForce.Deciding(db).ToDictionaryAsync(
            revision => new ArticleKey(revision.ArticleId, revision.Language), revision => revision.At, cancellationToken);
    }
}
