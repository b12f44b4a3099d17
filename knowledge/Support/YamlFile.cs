using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace BillingBot.Knowledge.Support;

/// <summary>Opens a YAML file that the partner publishes.</summary>
internal static class YamlFile
{
    /// <param name="file">Path of the file.</param>
    /// <param name="setting">The key that names the file.</param>
    /// <param name="mend">What to publish in it, a whole sentence.</param>
    /// <exception cref="OfferFileException">It cannot be read, or is no single YAML document.</exception>
    public static YamlSection Load(string file, string setting, string mend)
    {
        try
        {
            using var reader = new StreamReader(file);
            var yaml = new YamlStream();
            yaml.Load(reader);
            return yaml.Documents is [var document]
                ? new YamlSection(file, "", document.RootNode)
                : throw new OfferFileException($"{file}: the file holds nothing. {mend}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OfferFileException($"{setting}: {file} cannot be read ({exception.Message}) Correct the path, or leave it empty to publish nothing.", exception);
        }
        catch (YamlException exception)
        {
            throw new OfferFileException(
                string.Create(CultureInfo.InvariantCulture, $"{file} line {exception.Start.Line}: this is not YAML ({exception.Message}) Mind the indentation, and put quotes around texts with a colon."),
                exception);
        }
    }
}
