using System.ComponentModel.DataAnnotations;

namespace BillingBot.Conversation;

/// <summary>Section <c>Conversation</c>.</summary>
internal sealed class ConversationOptions
{
    public const string Section = "Conversation";

    /// <summary>Conversations answered at the same time.</summary>
    [Range(1, 1_000)]
    public int Workers { get; set; } = 64;

    /// <summary>Conversations that may wait for their turn; one more is answered with 503 and told to come again.</summary>
    [Range(10, 1_000_000)]
    public int MaximumWaiting { get; set; } = 5_000;

    /// <summary>A skill that takes longer is given up with an apology.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan TurnTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a request that carries its own replies waits; channels give up after about 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:14")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(9);

    /// <summary>After this the customer sees that the bot is typing.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:10")]
    public TimeSpan TypingAfter { get; set; } = TimeSpan.FromMilliseconds(700);

    /// <summary>Language of a customer who has not shown one.</summary>
    [RegularExpression("^(en|ja)$", ErrorMessage = "Conversation:DefaultLanguage must be en or ja.")]
    public string DefaultLanguage { get; set; } = "en";
}
