using BillingBot.Conversation;

namespace BillingBot.Skills.Invoice;

/// <summary>Words that name an invoice need no search: they lead to the article whose skill deals with it.</summary>
internal sealed class InvoiceRoutes
{
    /// <returns>The id of the article; null when no invoice is named.</returns>
    public string? ArticleFor(Turn turn) => InvoiceNumberReader.Read(turn.Text) is null ? null
        : Says(turn, "dispute", "異議", "wrong") ? "dispute-invoice"
        : Says(turn, "promise", "will pay", "支払予定", "払います") ? "promise-to-pay"
        : "invoice-status";

    private static bool Says(Turn turn, params string[] words) =>
        Array.Exists(words, word => turn.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
