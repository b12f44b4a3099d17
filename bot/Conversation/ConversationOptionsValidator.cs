using Microsoft.Extensions.Options;

namespace BillingBot.Conversation;

[OptionsValidator]
internal sealed partial class ConversationOptionsValidator : IValidateOptions<ConversationOptions>;
