using Microsoft.Extensions.Options;

namespace BillingBot.Import;

[OptionsValidator]
internal sealed partial class ImportOptionsValidator : IValidateOptions<ImportOptions>;
