using System.Globalization;

namespace BillingBot.Tests.Crash;

/// <summary>What the channel saw, compared with what was said and acknowledged.</summary>
/// <param name="Lost">Messages without a reply.</param>
/// <param name="Doubled">Messages with two replies: deliveries that even a careful channel shows twice.</param>
/// <param name="OutOfOrder">Replies that came after one to a later message, a repeat of an older one among them.</param>
/// <param name="Repeated">Replies that came again under their own delivery id: where a bot died, or the channel lied, in between.</param>
internal sealed record Judgement(IReadOnlyList<string> Lost, IReadOnlyList<string> Doubled, IReadOnlyList<string> OutOfOrder, int Repeated)
{
    /// <param name="conversations">c0, c1 ...</param>
    /// <param name="messages">In each, whose ids are c0/1, c0/2 ...</param>
    /// <param name="deliveries">Everything that came, in the order it came.</param>
    /// <param name="prefix">Of the conversations' names.</param>
    public static Judgement Of(int conversations, int messages, IReadOnlyList<Delivery> deliveries, string prefix = "c")
    {
        var (lost, doubled, outOfOrder, repeated) = (new List<string>(), new List<string>(), new List<string>(), 0);
        var seen = deliveries.ToLookup(delivery => delivery.ConversationId, StringComparer.Ordinal);
        for (var place = 0; place < conversations; place++)
        {
            var (own, last, ids) = ($"{prefix}{place}", 0, new Dictionary<string, string>(StringComparer.Ordinal));
            foreach (var delivery in seen[own])
            {
                var said = delivery.ReplyToId!;
                var number = int.Parse(said.AsSpan(said.IndexOf('/', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
                if (number < last)
                {
                    outOfOrder.Add($"{said} after {last}");
                }

                last = Math.Max(last, number);
                if (!ids.TryAdd(said, delivery.DeliveryId))
                {
                    repeated++;
                    if (ids[said] != delivery.DeliveryId)
                    {
                        doubled.Add(said);
                    }
                }
            }

            lost.AddRange(Enumerable.Range(1, messages).Select(number => $"{own}/{number}").Where(said => !ids.ContainsKey(said)));
        }

        return new(lost, doubled, outOfOrder, repeated);
    }

    /// <summary>Nothing lost, nothing doubled, nothing out of order.</summary>
    /// <param name="mostRepeated">How many may have come again, each right after itself and under its own id.</param>
    public void Holds(int mostRepeated)
    {
        Assert.Empty(Lost);
        Assert.Empty(Doubled);
        Assert.Empty(OutOfOrder);
        Assert.InRange(Repeated, 0, mostRepeated);
    }
}
