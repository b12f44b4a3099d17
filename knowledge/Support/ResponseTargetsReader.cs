using System.Globalization;
using BillingBot.Knowledge.Cases;

namespace BillingBot.Knowledge.Support;

/// <summary>Reads the <c>responseTargets</c> of a plan.</summary>
internal static class ResponseTargetsReader
{
    private const int MostMinutes = 60 * 24 * 365;

    private static readonly Dictionary<string, Urgency> Urgencies = Enum.GetValues<Urgency>()
        .ToDictionary(urgency => urgency.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <exception cref="OfferFileException">Something else than whole minutes, or a first reply after the solution.</exception>
    public static ResponseTargets Read(YamlSection? targets)
    {
        if (targets is null)
        {
            return ResponseTargets.None;
        }

        targets.Only(["firstReply", "resolve", .. Urgencies.Keys]);
        var read = new ResponseTargets(
            Target(targets),
            Urgencies.Where(urgency => targets.Optional(urgency.Key) is not null)
                .ToDictionary(urgency => urgency.Value, urgency => Target(targets.Optional(urgency.Key)!.Only("firstReply", "resolve"))));
        return Array.TrueForAll(Enum.GetValues<Urgency>(), urgency => read.For(urgency) is not { FirstReply: { } first, Resolve: { } whole } || first <= whole)
            ? read
            : throw targets.Problem("a first reply is promised later than the solution.", "Write a 'firstReply' that is not more than 'resolve'.");
    }

    private static ResponseTarget Target(YamlSection section) => new(Minutes(section.Optional("firstReply")), Minutes(section.Optional("resolve")));

    private static int? Minutes(YamlSection? value) => value switch
    {
        null => null,
        _ when int.TryParse(value.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= MostMinutes => minutes,
        _ => throw value.Problem($"'{value.Text()}' is no number of minutes.", "Write whole minutes of the plan's support hours, for example 60."),
    };
}
