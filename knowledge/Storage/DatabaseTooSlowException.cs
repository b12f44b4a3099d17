namespace BillingBot.Knowledge.Storage;

/// <summary>The database has not answered for too long; it may still do what it was asked for.</summary>
public sealed class DatabaseTooSlowException(Exception inner) : Exception("The database does not answer.", inner);
