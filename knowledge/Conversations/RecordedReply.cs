namespace BillingBot.Knowledge.Conversations;

/// <summary>An outbound message to record.</summary>
/// <param name="Body">See <see cref="Message.Body"/>.</param>
/// <param name="Status">Pending, or Sent where recording it is delivering it.</param>
public sealed record RecordedReply(string Body, MessageStatus Status)
{
    public Author Author { get; init; }

    /// <summary>Name of the member of staff who wrote it.</summary>
    public string? AuthorName { get; init; }

    /// <summary>See <see cref="Message.DedupeKey"/>.</summary>
    public string? DedupeKey { get; init; }
}
