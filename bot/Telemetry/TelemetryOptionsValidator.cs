using Microsoft.Extensions.Options;

namespace BillingBot.Telemetry;

[OptionsValidator]
internal sealed partial class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>;
