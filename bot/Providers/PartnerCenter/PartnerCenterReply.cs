using System.Text.Json.Nodes;

namespace BillingBot.Providers.PartnerCenter;

/// <summary>What Partner Center answered to one request, after the tries that it is worth.</summary>
internal abstract record PartnerCenterReply
{
    private PartnerCenterReply()
    {
    }

    public sealed record Resource(JsonObject Body) : PartnerCenterReply;

    /// <summary>409, 412, or 400 with code 2055: somebody changed the resource since it was read.</summary>
    public sealed record Stale : PartnerCenterReply;

    /// <param name="Code">Partner Center's or Entra ID's code, else the HTTP status.</param>
    /// <param name="Status">The HTTP status; 0 when no request was made.</param>
    public sealed record Refused(int Status, string Code, string Message) : PartnerCenterReply;

    /// <summary>429, an outage, silence, or an answer that is none.</summary>
    public sealed record Unavailable(TimeSpan? RetryAfter) : PartnerCenterReply;
}
