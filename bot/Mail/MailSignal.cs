using System.Threading.Channels;
using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;

namespace BillingBot.Mail;

/// <summary>Wakes the mail worker after a commit that may have recorded a mail. Turns raise it themselves.</summary>
internal sealed class MailSignal : ITurnObserver
{
    private readonly Channel<bool> _raised = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise() => _raised.Writer.TryWrite(true);

    public void Committed(WorkItem item, CommittedTurn turn)
    {
        if (turn.HadEffects)
        {
            Raise();
        }
    }

    public void Said(Knowledge.Conversations.Conversation conversation) => Raise();

    /// <summary>Completes when it was raised since the last time; many calls at once are one.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) => await _raised.Reader.ReadAsync(cancellationToken);
}
