namespace BillingBot.Recognizers.English;

/// <param name="End">Index after the last character read.</param>
internal sealed record Read<T>(T Value, int End);
