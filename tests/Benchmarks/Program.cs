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
    Description = "answer, invoice, thanks; all of them when none is named.",
    AllowMultipleArgumentsPerToken = true,
    DefaultValueFactory = _ => [.. Mode.All.Select(mode => mode.Name)],
};
var stored = new Option<int>("--stored") { Description = "Measures the first mode once more with so many conversations in the database." };
modes.AcceptOnlyFromAmong([.. Mode.All.Select(mode => mode.Name)]);
var root = new RootCommand("Turns per second of the real bot, as a process of its own, beside a bare endpoint that commits nothing.")
{
    floor, program, conversations, seconds, turns, modes, stored,
};
root.SetAction((parsed, stop) => Comparison.RunAsync(
    parsed.GetValue(program)!,
    new Load(parsed.GetValue(conversations), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(turns)),
    [.. Mode.All.Where(mode => parsed.GetValue(modes)!.Contains(mode.Name))],
    parsed.GetValue(stored),
    stop));
return await root.Parse(args).InvokeAsync();
