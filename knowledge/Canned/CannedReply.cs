using NodaTime;

namespace BillingBot.Knowledge.Canned;

/// <summary>Words that staff send often, in both languages, with places to fill in.</summary>
public sealed class CannedReply
{
    public long Id { get; init; }
    public required string TitleEn { get; set; }
    public required string TitleJa { get; set; }

    /// <summary>May hold <see cref="Placeholders"/>.</summary>
    public required string TextEn { get; set; }
    public required string TextJa { get; set; }

    /// <summary>Counts changes: the compare-and-set token of editors.</summary>
    public int Version { get; set; }
    public required Instant ChangedAt { get; set; }
    public required string ChangedBy { get; set; }

    /// <summary>When it was taken out of use; null while it is in use.</summary>
    public Instant? RetiredAt { get; set; }

    public string Title(string language) => language == "ja" ? TitleJa : TitleEn;

    public string Text(string language) => language == "ja" ? TextJa : TextEn;
}
