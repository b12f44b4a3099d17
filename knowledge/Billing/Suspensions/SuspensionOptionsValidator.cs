using System.Globalization;
using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Billing.Suspensions;

/// <summary>Written by hand: the generated validator's range check drops the message that names the key.</summary>
internal sealed class SuspensionOptionsValidator : IValidateOptions<SuspensionOptions>
{
    private const int MostDays = 3_650;

    public ValidateOptionsResult Validate(string? name, SuspensionOptions options) => options.MinimumDaysOverdue is >= 1 and <= MostDays
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail(string.Create(
            CultureInfo.InvariantCulture,
            $"{SuspensionOptions.Section}:{nameof(options.MinimumDaysOverdue)} is {options.MinimumDaysOverdue}. Set it from 1 to {MostDays}, or remove it for the default."));
}
