namespace BillingBot.Recognizers.English;

/// <summary>A day and, when said, the part of it.</summary>
internal sealed record DayPart(Day Day, PartSaid? Part);
