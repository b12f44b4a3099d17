using BillingBot.Cli;
using BillingBot.Console.Cases;
using BillingBot.Console.Identity;
using BillingBot.Console.Knowledge;
using BillingBot.Console.Layout;
using BillingBot.Console.Routing;
using BillingBot.Console.Tasks;
using BillingBot.Conversation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.FluentUI.AspNetCore.Components;

namespace BillingBot.Console;

/// <summary>Registers and maps the staff console.</summary>
internal static partial class ConsoleSetup
{
    public static IServiceCollection AddConsole(this IServiceCollection services, IConfiguration configuration)
    {
        // A long Japanese article is more than the 32 KB that one message of a page may have by default.
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(options => options.MaximumReceiveMessageSize = 256 * 1024);
        services.AddFluentUIComponents();
        return services
            .AddHttpContextAccessor()
            .AddStaffSignIn(configuration)
            .AddScoped<StaffLanguage>()
            .AddScoped(typeof(Words<>))
            .AddScoped<Moments>()
            .AddCasePage()
            .AddScoped<Availability>()
            .AddSingleton<RoutingChoices>()
            .AddScoped<TrialWords>()
            .AddScoped<RuleWords>()
            .AddScoped<PlanWords>()
            .AddScoped<TaskWords>()
            .AddScoped<TaskLines>()
            .AddSingleton<ConsoleLook>();
    }

    /// <summary>Nothing at all where nobody could sign in. Static files must be mapped already.</summary>
    public static void MapConsole(this WebApplication app)
    {
        if (app.Services.GetRequiredService<ConsoleAccess>().IsOff)
        {
            LogOff(app.Logger);
            return;
        }

        app.UseWhen(ConsoleSecurity.Concerns, console => console.Use(ConsoleSecurity.ApplyAsync));
        app.UseAntiforgery();
        app.MapRazorComponents<ConsoleApp>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = "'none'")
            .WithStaticAssets()
            .RequireAuthorization(StaffPolicy.Staff);
        app.MapSignIn();
        app.MapGet(ConsolePaths.Language, ChooseLanguage);
    }

    private static void MapSignIn(this WebApplication app)
    {
        app.MapGet(ConsolePaths.SignIn, (HttpContext context, SignInEndpoints signIn) => signIn.Get(context));
        app.MapPost(ConsolePaths.SignIn, (HttpContext context, SignInEndpoints signIn) => signIn.PostAsync(context));
        app.MapPost(ConsolePaths.SignOut, (HttpContext context, SignInEndpoints signIn) => signIn.SignOutAsync(context))
            .RequireAuthorization(StaffPolicy.SignedIn);
        app.MapGet(ConsolePaths.SignedOut, (HttpContext context) =>
            new RazorComponentResult<SignedOutPage>(new { Failed = context.Request.Query.ContainsKey("failed") }));
        app.MapGet(ConsolePaths.Session, SignInEndpoints.Keep).RequireAuthorization(StaffPolicy.SignedIn);
    }

    private static RedirectHttpResult ChooseLanguage(HttpContext context, string? to, string? back)
    {
        if (Language.FromLocale(to) is { } language)
        {
            context.Response.Cookies.Append(
                StaffLanguage.Cookie, language.Code, new() { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax });
        }

        return TypedResults.LocalRedirect(ConsolePaths.Back(back));
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "The staff console is off: nobody could sign in. Set Staff:Oidc:Authority, ClientId and ClientSecret.")]
    private static partial void LogOff(ILogger logger);
}
