using BillingBot.Knowledge.Articles.Editing;
using BillingBot.Knowledge.Articles.Learning;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Knowledge.Support;
using NodaTime;

namespace BillingBot.Editing;

/// <summary>Trains the search again after staff changed an article, while the index in use goes on answering.</summary>
internal sealed partial class RefreshWorker(
    ArticleRefresh refresh, ArticleStore store, AnsweredSuggestions suggestions, PublishedOffer offer, IClock clock, TimeProvider time, ILogger<RefreshWorker> logger) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var waiting = await refresh.TakeAsync(stoppingToken);
            while (!await TryLoadAsync(stoppingToken))
            {
                await Task.Delay(AfterFailure, time, stoppingToken);
            }

            foreach (var request in waiting)
            {
                request.SetResult();
            }
        }
    }

    private async Task<bool> TryLoadAsync(CancellationToken stopping)
    {
        try
        {
            if (await store.IsStaleAsync(stopping))
            {
                await store.LoadAsync(stopping);
                await suggestions.CloseAsync(clock.GetCurrentInstant().InZone(offer.Zone).Date, stopping);
            }

            return true;
        }
#pragma warning disable CA1031 // Whatever stands in the way, the old index goes on answering and it is tried again.
        catch (Exception failure) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailure(failure);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The articles could not be brought into use; it is tried again")]
    private partial void LogFailure(Exception failure);
}
