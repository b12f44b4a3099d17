using System.Globalization;
using BillingBot.Knowledge.Billing.Import;
using BillingBot.Knowledge.Storage.Moving;

namespace BillingBot.Cli;

/// <summary>Shows how far an import or a move is: on a terminal one line that changes, elsewhere a line every tenth of the way.</summary>
internal sealed class ProgressLine(TextWriter errors, bool isTerminal) : IProgress<ImportProgress>, IProgress<MoveProgress>, IDisposable
{
    private const int Width = 50;
    private readonly Lock _lock = new();
    private string? _stage;
    private long _shown;
    private bool _isOpen;

    public void Report(ImportProgress value) => Report(value.Stage.ToString(), value.Done, value.Total);

    public void Report(MoveProgress value) => Report($"{value.Stage} {value.Table}", value.Done, value.Total);

    private void Report(string stage, long done, long total)
    {
        var percent = total == 0 ? 100 : done * 100 / total;
        lock (_lock)
        {
            if (stage == _stage && percent < _shown + (isTerminal ? 1 : 10))
            {
                return;
            }

            (_stage, _shown) = (stage, percent);
            var line = string.Create(CultureInfo.InvariantCulture, $"{stage} {percent} %");
            if (isTerminal)
            {
                errors.Write($"\r{line,-Width}");
                _isOpen = true;
            }
            else
            {
                errors.WriteLine(line);
            }
        }
    }

    /// <summary>Wipes the line away.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_isOpen)
            {
                errors.Write($"\r{"",Width}\r");
                _isOpen = false;
            }
        }
    }
}
