namespace BillingBot.Knowledge.Conversations;

/// <summary>A message of a transcript.</summary>
/// <param name="Message">Inbound with an echo, or outbound.</param>
/// <param name="AnswersALine">Whether what it answers is itself a line of the transcript; a welcome answers none.</param>
public sealed record TranscriptLine(Message Message, bool AnswersALine);
