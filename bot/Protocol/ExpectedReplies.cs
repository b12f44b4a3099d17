namespace BillingBot.Protocol;

/// <summary>The HTTP answer to an activity with deliveryMode expectReplies.</summary>
internal sealed record ExpectedReplies(IReadOnlyList<OutgoingActivity> Activities);
