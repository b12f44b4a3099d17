using BillingBot.Startup;
using Microsoft.Extensions.Options;

namespace BillingBot.WebChat;

/// <summary>How often one network address may open a conversation.</summary>
internal sealed class TokenRate(IOptions<WebChatOptions> options) : AddressRate
{
    protected override int PerMinute => options.Value.TokensPerMinute;
}
