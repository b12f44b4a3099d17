using BillingBot.Channels;
using BillingBot.Channels.Activities;
using BillingBot.Channels.Delivery;
using BillingBot.Conversation;
using BillingBot.Knowledge.Storage;
using BillingBot.Skills;
using BillingBot.Startup;
using BillingBot.WebChat;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot.Find() });

builder.Services
    .AddStorage(builder.Configuration, builder.Environment.ContentRootPath)
    .AddFirstSteps(builder.Environment)
    .AddConversations(builder.Configuration)
    .AddSkills()
    .AddActivityChannel(builder.Configuration, builder.Environment)
    .AddActivityIntake()
    .AddDelivery(builder.Configuration)
    .AddWebChat(builder.Configuration)
    .AddHealth()
    .AddProblemDetails();

var app = builder.Build();

app.UseProblems();
app.UseRateLimiter();
app.MapMessages();
app.MapWebChat();
app.MapHealth();
app.AnnounceAddresses();

return await app.RunOrExplainAsync();

/// <summary>Visible to the tests' host factory.</summary>
internal sealed partial class Program;
