using BillingBot.Conversation;

namespace BillingBot.WebChat;

/// <summary>The language of the page: what the customer chose, else what the browser prefers.</summary>
internal static class PageLanguage
{
    public static Language Of(HttpRequest request, Language otherwise) =>
        Language.FromLocale(request.Query["lang"])
        ?? request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(accepted => accepted.Quality ?? 1)
            .Select(accepted => Language.FromLocale(accepted.Value.Value))
            .FirstOrDefault(language => language is not null)
        ?? otherwise;
}
