using BillingBot.Knowledge.Storage.Replicas;
using BillingBot.Startup;
using Microsoft.Extensions.Options;

namespace BillingBot.Cases;

/// <summary>Goes round the cases: notices, what time makes due, answers that the chat did not bring.</summary>
internal sealed partial class CaseWorker(
    CaseNotices notices, CaseRound round, AnswerMails answers, IOptions<CasesOptions> options, Leases leases, TimeProvider time, ILogger<CaseWorker> logger)
    : PeriodicWorker(time, logger, leases)
{
    private readonly ILogger _logger = logger;

    protected override TimeSpan Every => options.Value.Every;

    protected override async Task RunRoundAsync(CancellationToken stopping)
    {
        foreach (var run in new Func<CancellationToken, Task>[] { notices.RunAsync, round.RunAsync, answers.RunAsync })
        {
            try
            {
                await run(stopping);
            }
#pragma warning disable CA1031 // What stands in the way of one must not keep the others from their work.
            catch (Exception failure) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailure(failure, run.Method.DeclaringType?.Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Part} of a round of the cases failed; it is tried again")]
    private partial void LogFailure(Exception failure, string? part);
}
