using BillingBot.Startup;
using Microsoft.Extensions.Options;

namespace BillingBot.Cases;

/// <summary>Goes round the cases: notices, what time makes due, answers that the chat did not bring.</summary>
internal sealed class CaseWorker(
    CaseNotices notices, CaseRound round, AnswerMails answers, IOptions<CasesOptions> options, TimeProvider time, ILogger<CaseWorker> logger)
    : PeriodicWorker(time, logger)
{
    protected override TimeSpan Every => options.Value.Every;

    protected override async Task RunRoundAsync(CancellationToken stopping)
    {
        await notices.RunAsync(stopping);
        await round.RunAsync(stopping);
        await answers.RunAsync(stopping);
    }
}
