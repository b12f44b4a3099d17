namespace BillingBot.Channels.DirectLine;

/// <summary>A stretch of a conversation as it goes over the wire.</summary>
/// <param name="Json">UTF-8 of {activities, watermark}.</param>
/// <param name="Watermark">The last message in it.</param>
/// <param name="Count">How many activities are in it.</param>
internal sealed record ActivityPage(ReadOnlyMemory<byte> Json, long Watermark, int Count);
