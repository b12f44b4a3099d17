using BillingBot.Conversation;

namespace BillingBot.Console;

/// <summary>The sentences of one component, in the language of whoever looks: <c>X.resx</c> and <c>X.ja.resx</c> beside <c>X.razor</c>.</summary>
internal sealed class Words<TComponent>(Phrases<TComponent> phrases, StaffLanguage spoken)
{
    public string this[string key] => phrases[spoken.Now, key];

    /// <summary>The phrase with {0}, {1} filled in, formatted as the language does.</summary>
    public string this[string key, params object[] values] => phrases.Format(spoken.Now, key, values);
}
