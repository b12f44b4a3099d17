using Microsoft.AspNetCore.StaticAssets;

namespace BillingBot.WebChat;

/// <summary>Addresses of static files that carry a fingerprint of their content, so that browsers may keep them for good.</summary>
internal sealed class PageAssets(IEnumerable<StaticAssetDescriptor> files)
{
    private readonly Dictionary<string, string> _routes = files
        .Where(file => file.Selectors.Count == 0)
        .SelectMany(file => file.Properties
            .Where(property => property.Name == "label")
            .Select(property => (Label: property.Value, file.Route)))
        .ToDictionary(StringComparer.Ordinal);

    /// <param name="path">Path below <c>wwwroot</c>.</param>
    /// <returns>The fingerprinted address, or the plain one of a file that was not there when the bot was built.</returns>
    public string this[string path] => "/" + _routes.GetValueOrDefault(path, path);
}
