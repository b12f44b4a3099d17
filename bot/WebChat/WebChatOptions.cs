using System.ComponentModel.DataAnnotations;

namespace BillingBot.WebChat;

/// <summary>Section <c>WebChat</c>: how the chat page looks and whom it lets in.</summary>
internal sealed class WebChatOptions
{
    public const string Section = "WebChat";

    /// <summary>Shown in the page's header and title; null for the name in the published offer.</summary>
    [StringLength(60, MinimumLength = 1, ErrorMessage = "WebChat:PartnerName has more than 60 characters, or none. Give the name that customers know, or remove the key to use the published offer's.")]
    public string? PartnerName { get; set; }

    /// <summary>The partner's colour. Text on it is black or white, whichever reads better.</summary>
    [RegularExpression("^#[0-9A-Fa-f]{6}$", ErrorMessage = "WebChat:AccentColor is not a colour. Write six hex digits, for example #0B5CAD.")]
    public string AccentColor { get; set; } = "#0B5CAD";

    /// <summary>A path on this site or an https address; the first letter of the name stands in when empty.</summary>
    [RegularExpression(@"^(/[\w.%-][\w./%-]*|https://[\w.:-]+/[\w./%-]+)$", ErrorMessage = "WebChat:LogoUrl is not usable. Write a path on this site (/logo.svg) or an https address without a query.")]
    public string? LogoUrl { get; set; }

    /// <summary>Whether somebody who is not signed in on the partner's site may chat; a guest never sees account data.</summary>
    public bool AllowGuests { get; set; } = true;

    /// <summary>Conversations one network address may open in a minute; an office shares one address.</summary>
    [Range(1, 10_000, ErrorMessage = "WebChat:TokensPerMinute must be between 1 and 10000.")]
    public int TokensPerMinute { get; set; } = 30;
}
