namespace BillingBot.Knowledge.Articles.Embedding;

/// <summary>Turns a text into a vector that is near those of texts that mean much the same. Safe to call from several threads.</summary>
internal interface IEmbedder
{
    /// <returns>Of length one.</returns>
    float[] Embed(string text);
}
