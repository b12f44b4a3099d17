using BillingBot.Knowledge.Support;
using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Billing.Collections;

/// <summary>A policy that cannot be read stops the start.</summary>
internal sealed class CollectionsOptionsValidator : IValidateOptions<CollectionsOptions>
{
    public ValidateOptionsResult Validate(string? name, CollectionsOptions options)
    {
        try
        {
            _ = options.Read();
            return ValidateOptionsResult.Success;
        }
        catch (OfferFileException exception)
        {
            return ValidateOptionsResult.Fail(exception.Message);
        }
    }
}
