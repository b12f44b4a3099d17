using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Support.Escalations;

[OptionsValidator]
internal sealed partial class EscalationOptionsValidator : IValidateOptions<EscalationOptions>;
