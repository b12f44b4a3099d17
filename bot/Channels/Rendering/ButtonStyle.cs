namespace BillingBot.Channels.Rendering;

/// <summary>How a channel shows buttons.</summary>
internal enum ButtonStyle
{
    /// <summary>Under the newest message, gone when used.</summary>
    SuggestedActions,

    /// <summary>A hero card with imBack buttons: what channels without suggested actions mostly understand.</summary>
    HeroCard,

    /// <summary>An Adaptive Card, with universal actions (Action.Execute) for choices that carry a verb.</summary>
    AdaptiveCard,
}
