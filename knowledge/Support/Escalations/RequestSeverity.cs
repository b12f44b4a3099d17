namespace BillingBot.Knowledge.Support.Escalations;

/// <summary>Partner Center's severities of a service request.</summary>
public enum RequestSeverity
{
    Unknown,
    Critical,
    Moderate,
    Minimal,
}
