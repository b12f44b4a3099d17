using System.Globalization;

namespace BillingBot.Tests.Crash;

/// <summary>What the channel saw, compared with what was said and acknowledged.</summary>
/// <param name="Lost">Messages without all of their replies.</param>
/// <param name="Doubled">Messages with more replies: deliveries that even a careful channel shows twice.</param>
/// <param name="OutOfOrder">Replies that came after a later one, a repeat of an older one among them.</param>
/// <param name="Repeated">Replies that came again under their own delivery id: where a bot died, or the channel lied, in between.</param>
internal sealed record Judgement(IReadOnlyList<string> Lost, IReadOnlyList<string> Doubled, IReadOnlyList<string> OutOfOrder, int Repeated)
{
    /// <param name="conversations">c0, c1 ...</param>
    /// <param name="messages">In each, whose ids are c0/1, c0/2 ...</param>
    /// <param name="deliveries">Everything that came, in the order it came.</param>
    /// <param name="prefix">Of the conversations' names.</param>
    /// <param name="repliesTo">How many replies the message of a number gets; null for one each.</param>
    public static Judgement Of(int conversations, int messages, IReadOnlyList<Delivery> deliveries, string prefix = "c", Func<int, int>? repliesTo = null)
    {
        repliesTo ??= _ => 1;
        var (lost, doubled, outOfOrder, repeated) = (new List<string>(), new List<string>(), new List<string>(), 0);
        var seen = deliveries.ToLookup(delivery => delivery.ConversationId, StringComparer.Ordinal);
        for (var place = 0; place < conversations; place++)
        {
            var (own, last, ids) = ($"{prefix}{place}", (Said: 0, Reply: 0L), Enumerable.Range(1, messages).ToDictionary(number => number, _ => new HashSet<string>(StringComparer.Ordinal)));
            foreach (var delivery in seen[own])
            {
                var said = delivery.ReplyToId!;
                var number = int.Parse(said.AsSpan(said.IndexOf('/', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
                var came = (Said: number, Reply: long.Parse(delivery.DeliveryId.AsSpan(delivery.DeliveryId.LastIndexOf('-') + 1), CultureInfo.InvariantCulture));
                if (came.CompareTo(last) < 0)
                {
                    outOfOrder.Add($"{said} ({came.Reply}) after {last.Said} ({last.Reply})");
                }

                last = came.CompareTo(last) > 0 ? came : last;
                if (!ids[number].Add(delivery.DeliveryId))
                {
                    repeated++;
                }
                else if (ids[number].Count > repliesTo(number))
                {
                    doubled.Add(said);
                }
            }

            lost.AddRange(ids.Where(known => known.Value.Count < repliesTo(known.Key)).Select(known => $"{own}/{known.Key}"));
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
