namespace BillingBot.Knowledge.Identity;

/// <summary>The words of a mail with a code. The code stands in the body only.</summary>
public sealed record CodeMail(string Subject, string Body, string Language);
