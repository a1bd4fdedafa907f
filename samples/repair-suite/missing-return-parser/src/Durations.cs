using System.Globalization;

namespace Parsing;

public static class Durations
{
    /// <summary>Reads durations such as <c>15m</c> and <c>2h</c>; anything else gives null.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (text.Length < 2 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        if (text[^1] == 'm')
            return TimeSpan.FromMinutes(number);
        if (text[^1] == 'h')
            return TimeSpan.FromHours(number);
    }
}
