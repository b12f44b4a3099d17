using BillingBot.Conversation;
using BillingBot.Knowledge.Articles.Search;

namespace BillingBot.Skills.Deciding;

/// <summary>Searches for the texts of one turn, each once: its questions and its sentences are often the same words.</summary>
/// <param name="turn">Whose words they are.</param>
/// <param name="find">The search.</param>
internal sealed class TurnSearch(Turn turn, Func<Turn, Finding> find)
{
    private readonly Dictionary<string, Finding> _found = new(StringComparer.Ordinal);

    public Finding Of(string text)
    {
        if (!_found.TryGetValue(text, out var found))
        {
            _found[text] = found = find(turn with { Text = text });
        }

        return found;
    }
}
