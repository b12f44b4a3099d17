using System.Text;
using System.Xml.Linq;
using BillingBot.Knowledge.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace BillingBot.Console.Identity;

/// <summary>Keeps the keys that seal cookies in the database, so that sessions outlive a restart and are good at every replica.</summary>
internal sealed class StoredKeyRing(KeyStore keys) : IXmlRepository
{
    private const string Prefix = "data-protection:";

    // The framework asks for keys once a day at most, and knows no other way to ask.
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. keys.FindAllAsync(Prefix, CancellationToken.None).GetAwaiter().GetResult().Select(key => XElement.Parse(Encoding.UTF8.GetString(key)))];

    public void StoreElement(XElement element, string friendlyName) => keys.SetAsync(
        Prefix + friendlyName,
        Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)),
        CancellationToken.None).GetAwaiter().GetResult();
}
