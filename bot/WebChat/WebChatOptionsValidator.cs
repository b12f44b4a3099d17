using Microsoft.Extensions.Options;

namespace BillingBot.WebChat;

[OptionsValidator]
internal sealed partial class WebChatOptionsValidator : IValidateOptions<WebChatOptions>;
