using System.Globalization;

namespace BillingBot.Benchmarks;

/// <summary>What one run showed.</summary>
/// <param name="Milliseconds">From sending each message to having its reply, sorted.</param>
/// <param name="Elapsed">Of the run.</param>
/// <param name="Errors">Messages refused, and replies that did not come.</param>
/// <param name="Cpu">Spent by the server in the run.</param>
/// <param name="PeakBytes">Of the server's memory since it started.</param>
/// <param name="WrittenBytes">By the server to its disk in the run; null where the system does not tell.</param>
internal sealed record Figures(
    IReadOnlyList<double> Milliseconds, TimeSpan Elapsed, int Errors, TimeSpan Cpu, long PeakBytes, long? WrittenBytes)
{
    public const string Header = "| | turns/s | p50 ms | p95 ms | p99 ms | errors | CPU ms a turn | peak MB | bytes written a turn | to bare | to keeping |\n|---|---|---|---|---|---|---|---|---|---|---|";

    /// <summary>Milliseconds of CPU a turn.</summary>
    public double CpuEach => Cpu.TotalMilliseconds / Math.Max(1, Milliseconds.Count);

    public double Rate => Milliseconds.Count / Elapsed.TotalSeconds;

    /// <param name="name">Of the row.</param>
    /// <param name="bare">The floor that keeps nothing.</param>
    /// <param name="keeping">The floor that commits.</param>
    public string Row(string name, Figures bare, Figures keeping) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {Rate:N0} | {Share(.5):0.0} | {Share(.95):0.0} | {Share(.99):0.0} | {Errors} | {CpuEach:0.00} | {PeakBytes / 1e6:0} | {WrittenBytes / Math.Max(1, Milliseconds.Count):0} | {Rate / bare.Rate:0.000} | {Rate / keeping.Rate:0.000} |");

    private double Share(double part) => Milliseconds.Count == 0 ? double.NaN : Milliseconds[(int)((Milliseconds.Count - 1) * part)];
}
