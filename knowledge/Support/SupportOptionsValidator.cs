using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Support;

/// <summary>An offer that cannot be read stops the start.</summary>
internal sealed class SupportOptionsValidator : IValidateOptions<SupportOptions>
{
    public ValidateOptionsResult Validate(string? name, SupportOptions options)
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
