using Microsoft.Extensions.Options;

namespace BillingBot.Import;

/// <summary>The folder must be there and the bot must be able to move files within it.</summary>
internal sealed class ImportFolderValidator : IValidateOptions<ImportOptions>
{
    public ValidateOptionsResult Validate(string? name, ImportOptions options)
    {
        if (options.Folder is not { } folder)
        {
            return ValidateOptionsResult.Success;
        }

        if (!Directory.Exists(folder))
        {
            return ValidateOptionsResult.Fail($"Import:Folder is '{folder}', which is not a folder. Create it, or set another.");
        }

        try
        {
            ImportFolder.Create(folder);
            return ValidateOptionsResult.Success;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return ValidateOptionsResult.Fail($"Import:Folder '{folder}' cannot be written to: {unwritable.Message} Give the bot the right to.");
        }
    }
}
