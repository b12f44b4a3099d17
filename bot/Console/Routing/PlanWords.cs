using BillingBot.Knowledge.Support.Routing;
using NodaTime;

namespace BillingBot.Console.Routing;

/// <summary>Says what is held, and until when.</summary>
internal sealed class PlanWords(Words<PlanWords> say, StaffLanguage spoken)
{
    public IReadOnlyList<string> Details(HeldPlan plan)
    {
        var said = new List<string>();
        if (plan.Reference is { } reference)
        {
            said.Add(say["Reference", reference]);
        }

        if (plan is not { From: null, Until: null })
        {
            said.Add((plan.From, plan.Until) switch
            {
                ({ } from, { } until) => say["Between", Day(from), Day(until)],
                ({ } from, null) => say["From", Day(from)],
                (_, var until) => say["Until", Day(until!.Value)],
            });
        }

        if (plan.IncidentsLeft is { } left)
        {
            said.Add(say["Left", left]);
        }

        return said;
    }

    private string Day(LocalDate day) => day.ToString("D", spoken.Now.Culture);
}
