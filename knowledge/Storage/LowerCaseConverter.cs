using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BillingBot.Knowledge.Storage;

/// <summary>Ids that others write in either case, stored in lower case; a value that is looked for is put in lower case too.</summary>
internal sealed class LowerCaseConverter() : ValueConverter<string, string>(
    text => text.ToLowerInvariant(), text => text);
