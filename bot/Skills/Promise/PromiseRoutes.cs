using BillingBot.Conversation;
using BillingBot.Recognizers;
using BillingBot.Skills.Invoice;

namespace BillingBot.Skills.Promise;

/// <summary>Knows words about a promise that need no search: "when did I promise to pay?", and "actually Thursday" after one.</summary>
internal sealed class PromiseRoutes(PromisedDays days, IDateTimeRecognizer dates, Phrases<PromiseRoutes> phrases)
{
    /// <summary>"I need more time": a day said after it is the day of paying.</summary>
    private const string MoreTime = "cannot-pay";

    private const int Short = 60;

    /// <summary>Longer words tell more than that.</summary>
    private const int OneSentence = 300;

    public bool IsMeant(Turn turn) => AsksMade(turn) || IsDayOfPayment(turn);

    /// <summary>It is asked what was promised; nothing is promised by it.</summary>
    public bool AsksMade(Turn turn) => turn.Text.Length <= OneSentence && phrases.Says(turn.Text, turn.Language, "AsksMade");

    /// <summary>"We already paid it this morning" is no day to come.</summary>
    public bool SaysPaid(Turn turn) => turn.Text.Length <= OneSentence && phrases.Says(turn.Text, turn.Language, "Paid");

    /// <summary>A day, and beside it nothing that another question could be made of.</summary>
    public bool IsDayOfPayment(Turn turn)
    {
        if (turn is not { State: { Asked: null, LastArticleId: InvoiceRoutes.Promise or MoreTime }, Text.Length: <= Short })
        {
            return false;
        }

        var today = turn.Person?.Today(turn.Now) ?? turn.Now.InUtc().Date;
        return days.Read(turn.Text, turn.Language, today) is SaidDay.On && phrases.Says(dates.WithoutDates(turn.Text, turn.Language.Code, today), turn.Language, "OnlyDay");
    }
}
