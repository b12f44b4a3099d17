namespace BillingBot.Tests.Host;

/// <summary>
/// Tests beside which nothing else runs, at the end: those that count figures, which are listened to by their names in the
/// whole process, and those that run several bots as processes and need the machine for themselves.
/// </summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class AloneCollection;
