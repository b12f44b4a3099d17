using NodaTime;
using NodaTime.Text;

namespace BillingBot.Channels.DirectLine;

/// <summary>Instants as this channel writes them: UTC with milliseconds, which every JavaScript engine parses.</summary>
internal static class Timestamps
{
    private static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff'Z'");

    public static string Write(Instant at) => Pattern.Format(at);
}
