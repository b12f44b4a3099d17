using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Knowledge.Support.Routing;

/// <summary>Something that a reason names.</summary>
/// <param name="Value">A name as entered, or of the enum's value.</param>
public sealed record RoutingFact(RoutingFactKind Kind, string Value)
{
    public static RoutingFact Of(SupportProduct product) => new(RoutingFactKind.Product, product.ToString());

    public static RoutingFact Of(MicrosoftTier tier) => new(RoutingFactKind.Tier, tier.ToString());

    public static RoutingFact Of(DiagnosisStep step) => new(RoutingFactKind.Step, step.ToString());

    public static RoutingFact Of(Finding finding) => new(RoutingFactKind.Finding, finding.ToString());

    public static RoutingFact Text(string text) => new(RoutingFactKind.Text, text);

    public static RoutingFact Language(string code) => new(RoutingFactKind.Language, code);

    public static RoutingFact Number(int number) => new(RoutingFactKind.Text, number.ToString(CultureInfo.InvariantCulture));

    public static RoutingFact Date(LocalDate date) => new(RoutingFactKind.Date, LocalDatePattern.Iso.Format(date));
}
