using Microsoft.Extensions.Options;

namespace BillingBot.Channels.DirectLine;

[OptionsValidator]
internal sealed partial class DirectLineOptionsValidator : IValidateOptions<DirectLineOptions>;
