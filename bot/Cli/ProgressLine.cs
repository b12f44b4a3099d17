using System.Globalization;
using BillingBot.Knowledge.Billing.Import;

namespace BillingBot.Cli;

/// <summary>Shows how far an import is: on a terminal one line that changes, elsewhere a line every tenth of the way.</summary>
internal sealed class ProgressLine(TextWriter errors, bool isTerminal) : IProgress<ImportProgress>, IDisposable
{
    private readonly Lock _lock = new();
    private ImportStage? _stage;
    private long _shown;
    private bool _isOpen;

    public void Report(ImportProgress value)
    {
        var percent = value.Total == 0 ? 100 : value.Done * 100 / value.Total;
        lock (_lock)
        {
            if (value.Stage == _stage && percent < _shown + (isTerminal ? 1 : 10))
            {
                return;
            }

            (_stage, _shown) = (value.Stage, percent);
            var line = string.Create(CultureInfo.InvariantCulture, $"{value.Stage} {percent} %");
            if (isTerminal)
            {
                errors.Write($"\r{line}  ");
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
                errors.Write("\r                    \r");
                _isOpen = false;
            }
        }
    }
}
