namespace BillingBot.Knowledge.Support.Routing;

/// <summary>The checklist of a technical case as staff have answered it.</summary>
public sealed record Diagnosis
{
    public static readonly Diagnosis NotBegun = new();

    public IReadOnlyList<DiagnosisStep> Done { get; init; } = [];

    /// <summary>Service health lists it already.</summary>
    public bool IsKnownIncident { get; init; }

    /// <summary>The row of the boundary table that it falls under; null when none does.</summary>
    public long? BoundaryId { get; init; }
    public Finding Finding { get; init; }

    /// <summary>In the order in which they are done: service health before the rest.</summary>
    /// <param name="product">As far as it is known.</param>
    public IReadOnlyList<DiagnosisStep> Missing(SupportProduct? product) => [.. Enum.GetValues<DiagnosisStep>().Where(step => step switch
    {
        DiagnosisStep.Product => product is null,
        DiagnosisStep.Finding => Finding is Finding.None && !IsKnownIncident && BoundaryId is null,
        _ => !Done.Contains(step),
    })];
}
