using Microsoft.Extensions.Options;

namespace BillingBot.Channels.Delivery;

[OptionsValidator]
internal sealed partial class DeliveryOptionsValidator : IValidateOptions<DeliveryOptions>;
