using BillingBot.Cases;
using BillingBot.Console.Cases;
using BillingBot.Knowledge.Cases;
using NodaTime;

namespace BillingBot.Tests.Console;

/// <summary>What staff see of a case's conversation, with what happened in between.</summary>
public sealed class TalkItemTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 24, 3, 0);

    [Fact]
    public void What_the_customer_adds_from_another_chat_is_shown_and_what_stands_here_already_is_not_shown_twice()
    {
        TranscriptEntry[] lines = [new(1, Speaker.Customer, "Alex", "add to case 1001: the March one too", [], Noon)];
        CaseEvent[] events = [Detail("the March one too", Noon), Detail("and April", Noon + Duration.FromMinutes(1))];

        var shown = TalkItem.Merge(lines, events);

        Assert.Equal(lines[0], Assert.IsType<TalkItem.Said>(shown[0]).Line);
        Assert.Equal("and April", Assert.IsType<TalkItem.Happened>(shown[1]).Event.Text);
        Assert.Equal(2, shown.Count);
    }

    private static CaseEvent Detail(string words, Instant at) => new() { CaseId = 1001, Kind = CaseEventKind.Detail, At = at, By = "Alex", Text = words };
}
