namespace BillingBot.Tests.Channels.DirectLine;

/// <summary>The tests that share one bot: starting one takes longer than most of them.</summary>
[CollectionDefinition]
public sealed class DirectLineCollection : ICollectionFixture<DirectLineBot>;
