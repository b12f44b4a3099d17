namespace BillingBot.Tests.Telemetry;

/// <summary>Figures are listened to by their names in the whole process, so whoever counts them must be alone in it.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class AloneCollection;
