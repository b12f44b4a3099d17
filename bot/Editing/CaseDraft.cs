using System.Globalization;
using System.Text.RegularExpressions;
using BillingBot.Conversation;
using BillingBot.Knowledge;
using BillingBot.Knowledge.Articles.Editing;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Editing;

/// <summary>
/// Turns a solved case into a draft article: the questions are the customer's words, the answer is what staff wrote, both
/// without what tells whose case it was. A knowledge editor makes an article of it; customers do not see it before.
/// </summary>
internal sealed partial class CaseDraft(
    IDbContextFactory<BillingDb> factory, DbWriter writer, ArticleDesk desk, PersonalData personal, PublishedOffer offer, Phrases<CaseDraft> phrases, IClock clock)
{
    private const int LongestTitle = 60;
    private const int LongestQuestion = 200;
    private const int MostQuestions = 6;

    /// <returns>The draft, Missing when the case is not there or not solved, or has no words of staff.</returns>
    public async Task<DeskOutcome<SavedDraft>> MakeAsync(StaffUser staff, long caseId, CancellationToken cancellationToken)
    {
        if (!staff.Is(StaffRole.KnowledgeEditor))
        {
            return new DeskOutcome<SavedDraft>.Refused(StaffRole.KnowledgeEditor);
        }

        if (await FormAsync(caseId, cancellationToken) is not { } form)
        {
            return new DeskOutcome<SavedDraft>.Missing();
        }

        await writer.CommitAsync((db, token) => NoteAsync(db, staff, caseId, token), cancellationToken);
        return await desk.SaveDraftAsync(
            staff, new ArticleEdit(new(form.Id, form.Language), ArticleText.Write(form), Version: 0, PackHash: null, phrases[LanguageOf(form), "Comment"]), cancellationToken);
    }

    private async Task<ArticleForm?> FormAsync(long caseId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.Cases.SingleOrDefaultAsync(known => known.Id == caseId && known.Resolution == Resolution.Solved, cancellationToken) is not { } solved)
        {
            return null;
        }

        var until = solved.ResolvedAt ?? clock.GetCurrentInstant();
        var messages = await db.Messages
            .Where(message => message.ConversationId == solved.ConversationId && message.At <= until
                && ((message.Direction == Direction.Inbound && message.At >= solved.CreatedAt) || (message.Author == Author.Staff && message.At >= solved.CreatedAt)))
            .OrderBy(message => message.Sequence).ToListAsync(cancellationToken);
        var names = await NamesAsync(db, solved, messages, cancellationToken);
        var language = Language.FromLocale(solved.Language) ?? Language.English;
        var answers = messages.Where(message => message.Author == Author.Staff).Select(Said).Where(text => text.Length > 0).ToList();
        if (answers.Count == 0)
        {
            return null;
        }

        var questions = messages.Where(message => message.Direction == Direction.Inbound)
            .Select(message => Stored.Read(message.Body, ConversationJson.Default.Incoming)?.Text ?? "")
            .Prepend(solved.Summary)
            .Select(text => OneLine(personal.Mask(text, names, language), LongestQuestion))
            .Where(text => text.Any(char.IsLetter)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostQuestions).ToList();
        return new ArticleForm
        {
            Id = await FreeIdAsync(db, solved, cancellationToken),
            Language = language.Code,
            Title = OneLine(questions.FirstOrDefault() ?? phrases[language, "Untitled"], LongestTitle),
            Topic = string.Create(CultureInfo.InvariantCulture, $"case-{solved.Id}"),
            Product = solved.Product,
            Source = phrases[language, "Source"],
            ReviewedOn = clock.GetCurrentInstant().InZone(offer.Zone).Date,
            Questions = questions,
            FollowUps = ["talk-to-person"],
            Answer = personal.Mask(string.Join("\n\n", answers), names, language),
        };
    }

    /// <summary>A draft of the same case that was made before is not written over.</summary>
    private static async Task<string> FreeIdAsync(BillingDb db, Case solved, CancellationToken cancellationToken)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"case-{solved.Id}");
        var taken = await db.ArticleRevisions.Where(revision => revision.Language == solved.Language && revision.ArticleId.StartsWith(id))
            .Select(revision => revision.ArticleId).Distinct().ToListAsync(cancellationToken);
        for (var number = 2; taken.Contains(id, StringComparer.Ordinal); number++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"case-{solved.Id}-{number}");
        }

        return id;
    }

    private static async Task<List<string>> NamesAsync(BillingDb db, Case solved, List<Message> messages, CancellationToken cancellationToken)
    {
        var customer = await db.Customers.Where(known => known.Id == solved.CustomerId).Select(known => known.Name).ToListAsync(cancellationToken);
        var people = await db.People.Where(person => person.CustomerId == solved.CustomerId).Select(person => person.Name).ToListAsync(cancellationToken);
        return [.. customer, .. people, .. new[] { solved.SenderName, solved.OwnerName }.Concat(messages.Select(message => message.AuthorName)).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What staff typed: the message without the name above it and without the signs that keep it from being Markdown.</summary>
    private static string Said(Message message)
    {
        var text = Stored.Read(message.Body, ConversationJson.Default.OutgoingMessage)?.Message.Text ?? "";
        return Escaped().Replace(text.StartsWith("**", StringComparison.Ordinal) && text.IndexOf("\n\n", StringComparison.Ordinal) is > 0 and var end ? text[(end + 2)..] : text, "${sign}").Trim();
    }

    private static string OneLine(string text, int longest)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= longest ? line : Cut.To(line, longest - 1) + "…";
    }

    private async Task<int> NoteAsync(BillingDb db, StaffUser staff, long caseId, CancellationToken cancellationToken)
    {
        db.Add(new AuditEntry
        {
            At = clock.GetCurrentInstant(),
            Actor = staff.Actor,
            Action = "case.made-an-article",
            Subject = string.Create(CultureInfo.InvariantCulture, $"case:{caseId}"),
        });
        return await db.SaveChangesAsync(cancellationToken);
    }

    private static Language LanguageOf(ArticleForm form) => Language.FromLocale(form.Language)!;

    [GeneratedRegex(@"\\(?<sign>[\\*\[\]<>`~|_#+.)-])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Escaped();
}
