using BillingBot.Conversation;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Skills.Deciding;
using NodaTime;

namespace BillingBot.Tests.Skills.Deciding;

public sealed class TurnSearchTests
{
    [Fact]
    public void The_same_words_of_a_turn_are_searched_once()
    {
        List<string> searched = [];
        var turn = new Turn { Kind = TurnKind.Message, Language = Language.English, State = ConversationState.Empty, Now = Instant.FromUtc(2026, 11, 26, 9, 0) };
        var search = new TurnSearch(turn, part =>
        {
            searched.Add(part.Text);
            return new Finding.Unsure([]);
        });

        Assert.Same(search.Of("Where is it?"), search.Of("Where is it?"));
        search.Of("Thanks.");
        Assert.Equal(["Where is it?", "Thanks."], searched);
    }
}
