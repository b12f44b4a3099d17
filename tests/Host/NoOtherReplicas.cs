using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Storage.Replicas;
using BillingBot.Replicas;
using Microsoft.Extensions.Options;

namespace BillingBot.Tests.Host;

/// <summary>For a test of one part: there is nobody to tell.</summary>
internal static class NoOtherReplicas
{
    public static OtherReplicas Instance { get; } = new(new Leases(factory: null!, Options.Create(new StorageOptions()), Options.Create(new ReplicaOptions())));
}
