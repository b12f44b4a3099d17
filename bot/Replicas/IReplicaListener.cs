namespace BillingBot.Replicas;

/// <summary>Hears what other replicas tell. Must return at once.</summary>
internal interface IReplicaListener
{
    void Heard(News news, string about);

    /// <summary>For a while nothing could be heard, so anything may have happened.</summary>
    void MayHaveMissed();
}
