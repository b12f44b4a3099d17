using System.Globalization;

namespace BillingBot.WebChat;

/// <summary>Which text can be read on the partner's colour.</summary>
internal static class AccentColor
{
    /// <param name="accent">Six hex digits behind a <c>#</c>.</param>
    /// <returns>Black or white: the better of the two always reaches WCAG's 4.5 to 1.</returns>
    public static string TextOn(string accent)
    {
        var luminance = (0.2126 * Linear(accent, 1)) + (0.7152 * Linear(accent, 3)) + (0.0722 * Linear(accent, 5));
        var onWhite = 1.05 / (luminance + 0.05);
        var onBlack = (luminance + 0.05) / 0.05;
        return onWhite >= onBlack || onWhite >= 4.5 ? "#FFFFFF" : "#000000";
    }

    /// <summary>The sRGB channel that starts at <paramref name="start"/>, as light.</summary>
    private static double Linear(string accent, int start)
    {
        var channel = byte.Parse(accent.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4);
    }
}
