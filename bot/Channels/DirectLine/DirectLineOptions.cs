using System.ComponentModel.DataAnnotations;

namespace BillingBot.Channels.DirectLine;

/// <summary>Section <c>DirectLine</c>: the Direct Line 3.0 endpoint that the bot serves itself.</summary>
internal sealed class DirectLineOptions
{
    public const string Section = "DirectLine";

    /// <summary>
    /// What a server of the partner proves itself with to get tokens for known people; must never reach a browser. Blank:
    /// only the bot's own chat page gets tokens, for guests. Changing it ends all tokens. Never log it.
    /// </summary>
    [MinLength(16, ErrorMessage = "DirectLine:Secret is too short. Use at least 16, better 32 random characters, for example of `openssl rand -base64 32`.")]
    public string? Secret { get; set; }

    /// <summary>How long a token works before it must be refreshed. Clients refresh every 15 minutes, so not less.</summary>
    [Range(typeof(TimeSpan), "00:16:00", "1.00:00:00")]
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a stream URL can be opened. Short, because URLs end up in logs of proxies.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan StreamUrlLifetime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Other sites whose pages may call Direct Line from a browser, as origins such as <c>https://www.example.com</c>;
    /// <c>*</c> for every site. None: only pages of the bot's own origin. Tokens protect the conversations either way.
    /// </summary>
    [Origins(ErrorMessage = "DirectLine:TrustedOrigins must hold origins such as https://www.example.com (no path), or *.")]
    public IList<string> TrustedOrigins { get; set; } = [];

    /// <summary>UTF-16 code units of a posted activity's JSON.</summary>
    [Range(1_000, 4_194_304)]
    public int MaximumActivityLength { get; set; } = 262_144;

    /// <summary>Per conversation; each 4 KB posted count as one more. A polling client needs 60.</summary>
    [Range(10, 100_000)]
    public int RequestsPerMinute { get; set; } = 600;

    /// <summary>The longest silence on a stream; then an empty frame shows both sides that the line is alive.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>A client that does not take a frame within this time loses its stream; it comes back with its watermark.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>A client that is gone without a word does not answer a ping within this time, and loses its stream.</summary>
    internal TimeSpan ProofOfLife => KeepAlive + SendTimeout;

    /// <summary>The bot's account id in activities.</summary>
    [Required(ErrorMessage = "DirectLine:BotId must not be empty.")]
    public string BotId { get; set; } = "billingbot";

    /// <summary>The bot's name in activities; chat pages may show it.</summary>
    [Required(ErrorMessage = "DirectLine:BotName must not be empty.")]
    public string BotName { get; set; } = "BillingBot";
}
