using BillingBot.Knowledge.Articles.Editing;
using BillingBot.Knowledge.Articles.Import;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Articles.Learning;

/// <summary>The store's own list of questions that no article is to answer; knowledge editors change it.</summary>
public sealed class NeverAnswerList(DbWriter writer, IDbContextFactory<BillingDb> factory, ArticleRefresh refresh, IClock clock)
{
    /// <returns>Newest first; none for whom it is not.</returns>
    public async Task<IReadOnlyList<NeverAnswered>> ReadAsync(StaffUser staff, CancellationToken cancellationToken)
    {
        if (!staff.Is(StaffRole.KnowledgeEditor))
        {
            return [];
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.NeverAnswered.OrderByDescending(question => question.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Teaches that no article answers these words.</summary>
    public async Task<SuggestionOutcome> AddAsync(StaffUser staff, string language, string text, CancellationToken cancellationToken)
    {
        if (!staff.Is(StaffRole.KnowledgeEditor))
        {
            return new SuggestionOutcome.Refused(StaffRole.KnowledgeEditor);
        }

        var question = text.Trim();
        if (!PackReader.Languages.Contains(language, StringComparer.Ordinal) || !question.Any(char.IsLetter) || question.Length > QuestionSuggestion.LongestText)
        {
            return new SuggestionOutcome.Invalid(
                [new ImportError("", 0, "This is no question.", $"Write it in words, in at most {QuestionSuggestion.LongestText} characters.")]);
        }

        await writer.CommitAsync(
            async (db, token) =>
            {
                await AddAsync(db, staff, language, question, clock.GetCurrentInstant(), token);
                return await db.SaveChangesAsync(token);
            },
            cancellationToken);
        return new SuggestionOutcome.Done(refresh.RequestAsync());
    }

    /// <summary>Lets articles answer it again.</summary>
    public async Task<SuggestionOutcome> RemoveAsync(StaffUser staff, long id, CancellationToken cancellationToken)
    {
        if (!staff.Is(StaffRole.KnowledgeEditor))
        {
            return new SuggestionOutcome.Refused(StaffRole.KnowledgeEditor);
        }

        var isRemoved = await writer.CommitAsync(
            async (db, token) =>
            {
                if (await db.NeverAnswered.AsTracking().SingleOrDefaultAsync(question => question.Id == id, token) is not { } known)
                {
                    return false;
                }

                db.Remove(known);
                db.Add(Audit(staff, "never-answer.removed", known.Language, clock.GetCurrentInstant()));
                await StoreVersions.CountAsync(db, token);
                await db.SaveChangesAsync(token);
                return true;
            },
            cancellationToken);
        return isRemoved ? new SuggestionOutcome.Done(refresh.RequestAsync()) : new SuggestionOutcome.Missing();
    }

    /// <summary>Within a unit of work; the caller saves. Words that are on the list stay as they are.</summary>
    internal static async Task AddAsync(BillingDb db, StaffUser staff, string language, string text, Instant now, CancellationToken cancellationToken)
    {
        var folded = TextFolding.Fold(text);
        if (await db.NeverAnswered.AnyAsync(known => known.Language == language && known.Folded == folded, cancellationToken))
        {
            return;
        }

        db.Add(new NeverAnswered { Language = language, Text = text, Folded = folded, By = staff.Name, At = now });
        db.Add(Audit(staff, "never-answer.added", language, now));
        await StoreVersions.CountAsync(db, cancellationToken);
    }

    /// <summary>The lexicon with the list's questions among those that are off topic.</summary>
    internal static async Task<Lexicon> AddToAsync(BillingDb db, Lexicon lexicon, CancellationToken cancellationToken)
    {
        var own = (await db.NeverAnswered.ToListAsync(cancellationToken)).ToLookup(question => question.Language, question => question.Text, StringComparer.Ordinal);
        return own.Count == 0 ? lexicon : lexicon with
        {
            OffTopic = lexicon.OffTopic.Keys.Union(own.Select(language => language.Key), StringComparer.Ordinal)
                .ToDictionary(language => language, language => (IReadOnlyList<string>)[.. lexicon.OffTopicIn(language), .. own[language]], StringComparer.Ordinal),
        };
    }

    private static AuditEntry Audit(StaffUser staff, string action, string language, Instant now) =>
        new() { At = now, Actor = staff.Actor, Action = action, Subject = $"language:{language}" };
}
