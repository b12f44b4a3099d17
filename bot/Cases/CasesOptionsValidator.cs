using Microsoft.Extensions.Options;

namespace BillingBot.Cases;

[OptionsValidator]
internal sealed partial class CasesOptionsValidator : IValidateOptions<CasesOptions>;
