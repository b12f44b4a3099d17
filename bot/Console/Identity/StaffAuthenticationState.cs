using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace BillingBot.Console.Identity;

/// <summary>
/// Who sits at an open page, and nobody once the session has ended. (The framework's revalidating provider looks only
/// now and then, by the wall clock.)
/// </summary>
internal sealed class StaffAuthenticationState : ServerAuthenticationStateProvider, IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private readonly StaffSessions _sessions;
    private readonly ITimer _timer;
    private Task<AuthenticationState>? _state;

    public StaffAuthenticationState(StaffSessions sessions, TimeProvider time)
    {
        _sessions = sessions;
        _sessions.Ended += OnEnded;
        AuthenticationStateChanged += OnChanged;
        _timer = time.CreateTimer(_ => _ = EndAsync(session => !_sessions.IsOpen(session)), state: null, Every, Every);
    }

    public void Dispose()
    {
        _sessions.Ended -= OnEnded;
        AuthenticationStateChanged -= OnChanged;
        _timer.Dispose();
    }

    private void OnChanged(Task<AuthenticationState> state) => _state = state;

    private void OnEnded(object? sender, SessionEndedEventArgs ended) => _ = EndAsync(session => session == ended.Session);

    private async Task EndAsync(Func<string, bool> isOver)
    {
        if (_state is not null && (await _state).User.SessionId() is { } session && isOver(session))
        {
            SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
        }
    }
}
