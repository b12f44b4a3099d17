namespace BillingBot.Knowledge.Billing.Import;

/// <summary>The file cannot be read to its end, so nothing of it is imported.</summary>
internal sealed class UnreadableFileException(Rejection rejection) : Exception(rejection.ToString())
{
    public UnreadableFileException(int line, string reason, string mend) : this(new Rejection(line, null, null, reason, mend))
    {
    }

    public Rejection Rejection { get; } = rejection;
}
