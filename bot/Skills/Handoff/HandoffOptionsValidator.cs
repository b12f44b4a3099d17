using Microsoft.Extensions.Options;

namespace BillingBot.Skills.Handoff;

[OptionsValidator]
internal sealed partial class HandoffOptionsValidator : IValidateOptions<HandoffOptions>;
