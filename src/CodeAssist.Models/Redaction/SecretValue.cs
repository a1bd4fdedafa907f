using System.Text.RegularExpressions;

namespace CodeAssist.Models.Redaction;

/// <summary>What a value that stands where a secret may stand looks like: a secret, or what people write in its place.</summary>
internal static partial class SecretValue
{
    private const int Milliseconds = 2000;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Whether a value that is said to be a password can be one: short ones need more than letters.</summary>
    public static bool IsPassword(string value) =>
        value.Length >= (value.All(char.IsLetter) ? 6 : 4)
        && !value.Any(char.IsWhiteSpace)
        // What is written in Chinese speaks of a password: one has to be typed.
        && !value.Any(static character => character is >= '\u2E80' and <= '\uFFEF')
        && value.Any(char.IsLetterOrDigit)
        && !Stand().IsMatch(value)
        && !NamesASecret(value)
        && !IsPlace(value);

    /// <summary>Whether a value whose name also means harmless things (the tokens of a parser) looks like a key: long, with a digit, not words.</summary>
    public static bool IsKey(string value) =>
        value.Length >= 8
        && value.Any(char.IsAsciiDigit)
        && IsPassword(value)
        && !Version().IsMatch(value)
        && !Words().IsMatch(value);

    // "db-password", "Auth:Secret": the name of a secret, not the secret.
    private static bool NamesASecret(string value) => !value.Any(char.IsAsciiDigit) && Naming().IsMatch(value);

    private static bool IsPlace(string value) =>
        value.Contains("://", StringComparison.Ordinal)
        || value[0] is '/' or '\\' or '#'
        || value.StartsWith("~/", StringComparison.Ordinal)
        || value.StartsWith("./", StringComparison.Ordinal)
        || value.StartsWith("urn:", StringComparison.OrdinalIgnoreCase)
        || value.StartsWith("data:", StringComparison.OrdinalIgnoreCase);

    // What stands in for a secret: nothing, stars, a parameter, a variable, a hole.
    [GeneratedRegex(
        @"^([@:$?%*<\[(].*|\*+|[xX.•_-]+|\{.*\}|.*\$\(.*|(?i:null|none|true|false|string|required|optional|empty|hidden|redacted|masked|removed|undefined|unknown|default|changed?|missing|invalid|expired|disabled|enabled))$",
        Options, Milliseconds)]
    private static partial Regex Stand();

    [GeneratedRegex(@"(?i:password|passwd|pwd|secret|token|credential|api_?-?key|passphrase)s?\b|(?i:password|secret|token|credential)", Options, Milliseconds)]
    private static partial Regex Naming();

    [GeneratedRegex(@"^v?[0-9]+(\.[0-9]+)+([-+][A-Za-z0-9.+-]*)?$", Options, Milliseconds)]
    private static partial Regex Version();

    // Words with a number at the end of one: "utf8-string", "System.Int32", "oauth2_token", "value1".
    [GeneratedRegex(@"^([A-Z]?[a-z]{2,}|[A-Z]{2,}){1,8}[0-9]{0,3}([-_.:/ ]([A-Z]?[a-z]{2,}|[A-Z]{2,}|[0-9]){1,8}[0-9]{0,3}){0,12}$", Options, Milliseconds)]
    private static partial Regex Words();
}
