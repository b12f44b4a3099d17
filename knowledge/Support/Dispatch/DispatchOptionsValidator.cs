using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Support.Dispatch;

/// <summary>Checks the console's address beside the ranges.</summary>
[OptionsValidator]
internal sealed partial class DispatchOptionsValidator : IValidateOptions<DispatchOptions>;
