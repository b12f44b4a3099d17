namespace BillingBot.Knowledge.Support;

/// <summary>A file that the partner publishes, its offer or its collections policy, cannot be used; the message says where, what is wrong and how to mend it.</summary>
public sealed class OfferFileException : Exception
{
    public OfferFileException(string message)
        : base(message)
    {
    }

    public OfferFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public OfferFileException()
    {
    }
}
