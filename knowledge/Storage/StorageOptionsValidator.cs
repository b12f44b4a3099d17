using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Storage;

internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options) =>
        string.Equals(options.Provider, "Sqlite", StringComparison.OrdinalIgnoreCase)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Database:Provider is '{options.Provider}', which is not known. Set it to Sqlite.");
}
