using BillingBot.Cases;
using BillingBot.Channels;
using BillingBot.Channels.Activities;
using BillingBot.Channels.Delivery;
using BillingBot.Channels.DirectLine;
using BillingBot.Cli;
using BillingBot.Console;
using BillingBot.Conversation;
using BillingBot.Editing;
using BillingBot.Import;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing.Collections;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support;
using BillingBot.Mail;
using BillingBot.ProviderLedger;
using BillingBot.Providers;
using BillingBot.Reminders;
using BillingBot.Replicas;
using BillingBot.Routing;
using BillingBot.Skills;
using BillingBot.Skills.Handoff;
using BillingBot.Skills.Verify;
using BillingBot.Startup;
using BillingBot.Suspensions;
using BillingBot.Telemetry;
using BillingBot.WebChat;

var isCommand = CommandLine.IsCommand(args);
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = isCommand ? [] : args, ContentRootPath = ContentRoot.Find() });

if (isCommand)
{
    builder.Logging.KeepOutputForTheCommand();
}

// The build's static files are found in every environment, also before publishing.
builder.WebHost.UseStaticWebAssets();

builder.ListenOnDefaultAddress();
builder.Services.Configure<AnswerOptions>(builder.Configuration.GetSection(AnswerOptions.Section));
builder.Services
    .AddStorage(builder.Configuration, builder.Environment.ContentRootPath)
    .AddFirstSteps()
    .AddReplicas(builder.Configuration)
    .AddArticles()
    .AddSupportOffer(builder.Configuration)
    .AddCollectionsPolicy(builder.Configuration)
    .AddConversations(builder.Configuration)
    .AddMail(builder.Configuration)
    .AddCases(builder.Configuration)
    .AddEditing()
    .AddSkills()
    .AddHandoff(builder.Configuration)
    .AddVerification(builder.Configuration)
    .AddActivityChannel(builder.Configuration, builder.Environment)
    .AddActivityIntake()
    .AddDirectLine(builder.Configuration)
    .AddDelivery(builder.Configuration)
    .AddAbandonedWork()
    .AddSubscriptionProvider(builder.Configuration)
    .AddReminders(builder.Configuration)
    .AddSuspensions(builder.Configuration, builder.Environment)
    .AddProviderLedger(builder.Configuration)
    .AddRouting(builder.Configuration, builder.Environment)
    .AddWebChat(builder.Configuration)
    .AddConsole(builder.Configuration)
    .AddImport(builder.Configuration)
    .AddHealth()
    .AddTelemetry(builder.Configuration)
    .AddProblemDetails()
    .AddExceptionHandler<PassingFailures>();

var app = builder.Build();
if (isCommand)
{
    return await app.RunOrExplainAsync(() => CommandLine.RunAsync(app.Services, args));
}

return await app.RunOrExplainAsync(static app =>
{
    app.UseProblems();
    app.MapMessages();
    app.MapDirectLine();
    app.MapWebChat();
    app.MapConsole();
    app.MapImport();
    app.MapMailbox();
    app.MapProviderCallbacks();
    app.MapHealth();
    app.MapMetrics();
    app.AnnounceAddresses();
});

/// <summary>Visible to the tests' host factory.</summary>
internal sealed partial class Program;
