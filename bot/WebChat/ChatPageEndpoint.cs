using System.Security.Cryptography;
using BillingBot.Conversation;
using BillingBot.Knowledge.Support;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace BillingBot.WebChat;

/// <summary><c>GET /</c>: the customer's chat page.</summary>
internal sealed class ChatPageEndpoint(
    IOptions<WebChatOptions> options,
    IOptions<ConversationOptions> conversation,
    PublishedOffer offer,
    Phrases<ChatPage> phrases,
    ChatAs chatAs)
{
    private static readonly string[] TextsOfScript =
    [
        "Placeholder", "Expired", "Ended", "NewConversation", "Reconnecting", "Unavailable", "Busy", "SignIn", "TryAgain",
        "LeaveMessage", "OpensWindow",
    ];

    public async Task<RazorComponentResult<ChatPage>> GetAsync(HttpContext context, PageAssets files)
    {
        var look = options.Value;
        var language = PageLanguage.Of(context.Request, Language.FromLocale(conversation.Value.DefaultLanguage)!);
        var partner = look.PartnerName ?? (offer.Partner.Length > 0 ? offer.Partner : phrases[language, "Subtitle"]);
        var settings = new PageSettings(
            language.Culture.Name,
            partner.EnumerateRunes().First().ToString(),
            look.AccentColor,
            AccentColor.TextOn(look.AccentColor),
            RandomNumberGenerator.GetHexString(32, lowercase: true),
            TextsOfScript.ToDictionary(key => key, key => phrases[language, key], StringComparer.Ordinal));
        ContentSecurity.Apply(context.Response, settings.Nonce, look.LogoUrl);
        var people = await chatAs.ChoicesAsync(context, context.RequestAborted);
        context.Features.Set(new ChatPageView(language, partner, look.LogoUrl, settings, files, people));
        return new RazorComponentResult<ChatPage>();
    }
}
