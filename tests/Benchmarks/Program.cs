using System.CommandLine;
using BillingBot.Benchmarks;

var floor = new Command("floor", "The endpoint that the bot is compared with; started by the benchmark itself.");
var database = new Option<string?>("--database") { Description = "A new file in which it keeps the turns." };
floor.Add(database);
floor.SetAction((parsed, stop) => FloorServer.RunAsync(parsed.GetValue(database), stop));

var program = new Option<string>("--bot")
{
    Description = "The BillingBot.dll to measure, for example a published one.",
    DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "BillingBot.dll"),
};

var conversations = new Option<int>("--conversations") { Description = "Customers at the same time.", DefaultValueFactory = _ => 64 };
var seconds = new Option<int>("--seconds") { Description = "Of measuring, for each mode.", DefaultValueFactory = _ => 10 };
var turns = new Option<int>("--turns") { Description = "A mode also ends after so many turns.", DefaultValueFactory = _ => 100_000 };
var modes = new Option<string[]>("--mode")
{
    Description = "answer, invoice, thanks, relay, sockets; all of them when none is named.",
    AllowMultipleArgumentsPerToken = true,
    DefaultValueFactory = _ => [.. Mode.All.Select(mode => mode.Name)],
};
var replicas = new Option<int>("--replicas") { Description = "So many bots on one PostgreSQL are compared with one, in place of the floors. At most 16." };
replicas.Validators.Add(result =>
{
    if (result.GetValueOrDefault<int>() is < 2 or > 16)
    {
        result.AddError("--replicas takes a number from 2 to 16.");
    }
});
var postgres = new Option<string?>("--postgres") { Description = "For --replicas: connection string of a server whose user may create databases. Without it an installed one is started for the run." };
var micro = new Command("micro", "Single steps, by BenchmarkDotNet: translating an activity, checking a token, searching, training.");
micro.SetAction(_ => MicroBenchmarks.Run());
var stored = new Option<int>("--stored") { Description = "Measures the first mode once more with 1,000 conversations in the database, and with so many, at most a million." };
stored.Validators.Add(result =>
{
    if (result.GetValueOrDefault<int>() is < 1_000 or > 1_000_000)
    {
        result.AddError("--stored takes a number from 1000 to 1000000.");
    }
});
var articles = new Option<int>("--articles") { Description = "Measures the first mode once more with the shipped articles, and with so many more, at most 20,000." };
articles.Validators.Add(result =>
{
    if (result.GetValueOrDefault<int>() is < 1 or > 20_000)
    {
        result.AddError("--articles takes a number from 1 to 20000.");
    }
});
modes.AcceptOnlyFromAmong([.. Mode.All.Select(mode => mode.Name)]);
var root = new RootCommand("Turns per second of the real bot, as a process of its own, beside a bare endpoint that commits nothing.")
{
    floor, micro, program, conversations, seconds, turns, modes, stored, articles, replicas, postgres,
};
root.SetAction((parsed, stop) =>
{
    var load = new Load(parsed.GetValue(conversations), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(turns));
    IReadOnlyList<Mode> wanted = [.. Mode.All.Where(mode => parsed.GetValue(modes)!.Contains(mode.Name))];
    return parsed.GetValue(replicas) is > 1 and var count
        ? ReplicaComparison.RunAsync(parsed.GetValue(program)!, load, wanted, count, parsed.GetValue(postgres) ?? "", stop)
        : Comparison.RunAsync(parsed.GetValue(program)!, load, wanted, parsed.GetValue(stored), parsed.GetValue(articles), stop);
});
return await root.Parse(args).InvokeAsync();
