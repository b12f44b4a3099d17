namespace BillingBot.Knowledge.Canned;

/// <summary>What a lead wants a canned reply to be.</summary>
/// <param name="Id">Null for a new one.</param>
/// <param name="Version">Of the one they had before them; zero for a new one.</param>
/// <param name="TitleEn">English title, for staff.</param>
/// <param name="TitleJa">Japanese title, for staff.</param>
/// <param name="TextEn">English text, for customers.</param>
/// <param name="TextJa">Japanese text, for customers.</param>
public sealed record CannedText(long? Id, int Version, string TitleEn, string TitleJa, string TextEn, string TextJa);
