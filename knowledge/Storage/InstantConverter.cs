using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace BillingBot.Knowledge.Storage;

/// <summary>Instants as UTC milliseconds since 1970: sortable on every database.</summary>
internal sealed class InstantConverter() : ValueConverter<Instant, long>(
    instant => instant.ToUnixTimeMilliseconds(), milliseconds => Instant.FromUnixTimeMilliseconds(milliseconds));
