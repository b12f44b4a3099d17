using BillingBot.Knowledge.Support;
using BillingBot.WebChat;
using Microsoft.Extensions.Options;

namespace BillingBot.Console;

/// <summary>The partner's name, as on the chat page.</summary>
internal sealed class ConsoleLook(IOptions<WebChatOptions> chat, PublishedOffer offer)
{
    public string Partner { get; } = chat.Value.PartnerName ?? (offer.Partner.Length > 0 ? offer.Partner : "BillingBot");
}
