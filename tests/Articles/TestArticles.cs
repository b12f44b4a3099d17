using BillingBot.Knowledge.Articles;
using NodaTime;

namespace BillingBot.Tests.Articles;

/// <summary>Small packs for tests.</summary>
internal static class TestArticles
{
    public static readonly LocalDate Today = new(2026, 11, 23);

    public static Article English(string id, params IReadOnlyList<string> questions) => new()
    {
        Id = id,
        Language = "en",
        Title = $"About {id.Replace('-', ' ')}",
        Topic = id,
        Source = "Test",
        ReviewedOn = Today,
        Questions = questions,
        FollowUps = [],
        Answer = $"The answer about {id.Replace('-', ' ')}.",
        ContentHash = "0",
    };

    public static Article With(this Article article, Action<Article> change)
    {
        change(article);
        return article;
    }

    /// <summary>Cancelling in two eras and for Azure, paying late, opening hours, and a staff article.</summary>
    public static IReadOnlyList<Article> Pack =>
    [
        English("cancel-new", "How do I cancel my subscription?", "cancel licences", "we want to stop our subscription early")
            .With(article => (article.Topic, article.Era) = ("cancel", PlatformEra.NewCommerce)),
        English("cancel-legacy", "end our contract any time", "stop the subscription on the legacy platform")
            .With(article => (article.Topic, article.Era) = ("cancel", PlatformEra.Legacy)),
        English("cancel-azure", "How do I cancel Azure?", "stop all Azure resources")
            .With(article => (article.Topic, article.Product) = ("cancel", Product.Azure)),
        English("late-payment", "What happens if I do not pay my invoice?", "we pay late", "payment is overdue, what now"),
        English("opening-hours", "When is your support open?", "opening hours", "are you open on Sunday"),
        English("staff-ledger", "reconcile the ledger with the recon file", "unallocated funds in the ledger", "ledger")
            .With(article => article.Audience = Audience.Staff),
    ];
}
