using System.Text;
using System.Text.RegularExpressions;

namespace CodeAssist.Models.Redaction;

/// <summary>Reads base64 and hexadecimal that spell text: whether they hold a secret is a question about that text, not about how they look.</summary>
internal static partial class EncodedText
{
    // Of bytes drawn by lot 37 in 100 are printable; of sixteen and more, not this many.
    private const double LeastPrintable = 0.7;

    private const int FewestBytes = 16;

    /// <summary>The text that a value spells, with a blank for what is none; null where it spells none.</summary>
    public static string? Of(string value)
    {
        if (BytesOf(value) is not { Length: >= FewestBytes } bytes)
            return null;
        var printable = bytes.Count(one => one is >= 32 and < 127);
        return printable >= LeastPrintable * bytes.Length ? Encoding.ASCII.GetString([.. bytes.Select(one => one is >= 32 and < 127 ? one : (byte)' ')]) : null;
    }

    /// <summary>The family of a secret in a decoded text, such as that of a key or <c>user:password</c>; null where there is none.</summary>
    public static string? FamilyIn(string decoded) =>
        SecretFamilies.All.FirstOrDefault(family => family.Place == SecretPlace.Anywhere && family.Find(decoded).Any())?.Name
        ?? (RandomText.Find(decoded).Any() ? RandomText.Family : null)
        ?? (Pair().Match(decoded) is { Success: true } pair && SecretValue.IsPassword(pair.Groups["secret"].Value) ? "basic-header" : null);

    private static byte[]? BytesOf(string value)
    {
        if (value.Length % 2 == 0 && value.All(char.IsAsciiHexDigit))
            return Convert.FromHexString(value);
        Span<byte> bytes = new byte[value.Length];
        return value.Length % 4 == 0 && Convert.TryFromBase64String(value, bytes, out var count) ? bytes[..count].ToArray() : null;
    }

    [GeneratedRegex(@"^[^\s:/]{1,64}:(?<secret>[^\s:/]{4,100})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Pair();
}
