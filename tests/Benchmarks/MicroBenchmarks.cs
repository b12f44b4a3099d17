using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace BillingBot.Benchmarks;

/// <summary>Single steps of a turn, in this process.</summary>
internal static class MicroBenchmarks
{
    public static int Run()
    {
        var config = DefaultConfig.Instance
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "billingbot-benchmarkdotnet"));
        var summaries = BenchmarkRunner.Run([typeof(TranslateBenchmark), typeof(TokenBenchmark), typeof(SearchBenchmark), typeof(TrainingBenchmark)], config);
        return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
    }
}
