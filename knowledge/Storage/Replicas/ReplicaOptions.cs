using System.ComponentModel.DataAnnotations;

namespace BillingBot.Knowledge.Storage.Replicas;

/// <summary>Section <c>Replicas</c>: several bots on one PostgreSQL. With SQLite, where there is one, nothing of it matters.</summary>
public sealed class ReplicaOptions
{
    public const string Section = "Replicas";

    /// <summary>How long what a replica has taken is left to it when nothing more is heard of it: a message it was sending, scheduled work.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a replica that was told to stop still serves while it says that it is not ready, so that the load balancer has left it.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan LeaveFor { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A claimed message without a turn for so long was its replica's that is gone; turns may meet, so this need not be the whole lease.</summary>
    public TimeSpan AbandonedAfter => Lease / 3;

    /// <summary>What is left of the lease is for noting it.</summary>
    public TimeSpan LongestSending => Lease / 2;

    /// <summary>So often that an absence of the database that outlasts a lease's rest is noticed by every replica.</summary>
    public TimeSpan RenewEvery => Lease / 6;
}
