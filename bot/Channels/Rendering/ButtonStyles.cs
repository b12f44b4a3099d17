using BillingBot.Protocol;

namespace BillingBot.Channels.Rendering;

/// <summary>Which style of buttons a conversation gets.</summary>
internal static class ButtonStyles
{
    public static ButtonStyle For(ConversationReference reference) => reference.ChannelId switch
    {
        ChannelIds.Teams => ButtonStyle.AdaptiveCard,
        ChannelIds.DirectLine or "webchat" or "emulator" or "test" => ButtonStyle.SuggestedActions,
        _ => ButtonStyle.HeroCard,
    };
}
