using System.Globalization;
using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Support.Dispatch;

/// <summary>Links into the console, in what leaves the house.</summary>
public sealed class DispatchLinks(IOptions<DispatchOptions> options)
{
    /// <returns>Null when the console's address is not set.</returns>
    public string? ToCase(long id) => options.Value.ConsoleUrl is { Length: > 0 } address
        ? string.Create(CultureInfo.InvariantCulture, $"{address.TrimEnd('/')}/staff/cases/{id}")
        : null;
}
