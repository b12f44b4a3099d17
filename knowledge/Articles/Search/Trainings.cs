using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using BillingBot.Knowledge.Articles.Embedding;
using BillingBot.Knowledge.Articles.Evaluation;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>
/// The last trainings, by what they were made from: an edit in one language does not train the other again, and what was
/// trained to be compared before a release is in use at once after it.
/// </summary>
internal static class Trainings
{
    /// <summary>Two languages for customers and staff, in use and about to be.</summary>
    private const int Most = 8;

    private static readonly LinkedList<(string Key, Lazy<Training> Training)> Last = [];
    private static readonly Lock Gate = new();

    /// <param name="key">See <see cref="KeyOf"/>.</param>
    /// <param name="train">Run once, also for those who come meanwhile; again after a failure.</param>
    /// <param name="cancellationToken">Stops this caller's own training.</param>
    public static Training Of(string key, Func<Training> train, CancellationToken cancellationToken)
    {
        while (true)
        {
            var training = Kept(key, train);
            try
            {
                return training.Value;
            }
            catch (Exception failure)
            {
                lock (Gate)
                {
                    Last.Remove((key, training));
                }

                // Somebody else's training was stopped, not this one.
                if (cancellationToken.IsCancellationRequested || failure.GetBaseException() is not OperationCanceledException)
                {
                    throw;
                }
            }
        }
    }

    private static Lazy<Training> Kept(string key, Func<Training> train)
    {
        lock (Gate)
        {
            var known = Last.FirstOrDefault(kept => kept.Key == key);
            var training = known.Training ?? new Lazy<Training>(train);
            Last.Remove(known);
            Last.AddFirst((key, training));
            if (Last.Count > Most)
            {
                Last.RemoveLast();
            }

            return training;
        }
    }

    /// <summary>The same for the same texts, synonyms, meanings and asked questions only.</summary>
    public static string KeyOf(
        Synonyms synonyms, IEnumerable<Taught> taught, IEnumerable<string> topics, IEnumerable<LabelledQuestion> asked, Embeddings? embeddings = null)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (text, topic, isQuestion) in taught)
        {
            hash.AppendData(MemoryMarshal.AsBytes<int>([topic, isQuestion ? 1 : 0]));
            Append(text);
            hash.AppendData(MemoryMarshal.AsBytes((embeddings?.OfTaught(text)).AsSpan()));
        }

        foreach (var text in topics.Append("").Concat(asked.SelectMany(question => question.Labels.Append(question.Text))).Append("").Concat(synonyms.Words))
        {
            Append(text);
        }

        return Convert.ToHexString(hash.GetHashAndReset());

        void Append(string text)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            hash.AppendData([0]);
        }
    }
}
