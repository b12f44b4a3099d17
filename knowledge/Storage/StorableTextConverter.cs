using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BillingBot.Knowledge.Storage;

/// <summary>See <see cref="StorableText"/>.</summary>
internal sealed class StorableTextConverter() : ValueConverter<string, string>(text => StorableText.Of(text), text => text);
