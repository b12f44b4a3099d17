namespace BillingBot.Cases;

/// <summary>How far the e-mail came that an answer was put in.</summary>
internal enum MailState
{
    Pending,

    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>Given up; staff have a task for it.</summary>
    Failed,
}
