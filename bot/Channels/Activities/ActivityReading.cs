using BillingBot.Protocol;

namespace BillingBot.Channels.Activities;

/// <summary>What reading a request's body came to.</summary>
internal abstract record ActivityReading
{
    private ActivityReading()
    {
    }

    public sealed record Read(Activity Activity) : ActivityReading;

    public sealed record WrongMediaType : ActivityReading;

    public sealed record TooLarge : ActivityReading;

    /// <param name="Problem">Safe to show: our words, nothing from the body.</param>
    public sealed record Malformed(string Problem) : ActivityReading;
}
