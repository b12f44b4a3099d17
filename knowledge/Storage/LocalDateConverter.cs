using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace BillingBot.Knowledge.Storage;

internal sealed class LocalDateConverter() : ValueConverter<LocalDate, DateOnly>(
    date => date.ToDateOnly(), date => LocalDate.FromDateOnly(date));
