namespace BillingBot.Knowledge.Storage.Replicas;

/// <summary>Another replica does this now; nothing was written.</summary>
public sealed class LeaseLostException(string name) : Exception($"The lease {name} is another replica's now.");
