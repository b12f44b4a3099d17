using BillingBot.Knowledge.Identity;
using Microsoft.Extensions.Options;

namespace BillingBot.Skills.Verify;

[OptionsValidator]
internal sealed partial class VerificationOptionsValidator : IValidateOptions<VerificationOptions>;
