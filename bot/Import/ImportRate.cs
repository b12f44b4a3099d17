using BillingBot.Startup;
using Microsoft.Extensions.Options;

namespace BillingBot.Import;

/// <summary>How often one network address may post a file, with or without the key.</summary>
internal sealed class ImportRate(IOptions<ImportOptions> options) : AddressRate
{
    protected override int PerMinute => options.Value.RequestsPerMinute;
}
