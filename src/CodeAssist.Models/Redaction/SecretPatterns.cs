using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CodeAssist.Models.Redaction;

/// <summary>
/// What secrets look like: the clear families of gitleaks. Where a pattern has a group <c>secret</c>, only that is the
/// secret. Time-limited: source code is a stranger's text.
/// </summary>
internal static partial class SecretPatterns
{
    private const int Milliseconds = 2000;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Patterns that are looked for in the whole text.</summary>
    public static ImmutableArray<Regex> Anywhere { get; } =
        [PrivateKey(), Aws(), GitHub(), GitLab(), Slack(), SlackHook(), Google(), OpenAI(), Stripe(), HuggingFace(), NuGetAndNpm(), SendGrid(), Jwt(), Bearer(), UrlPassword(), PasswordAssignment(), KeyAssignment()];

    /// <summary>The literals of C# (those of characters only so that their quotes open nothing), in which connection strings are looked for.</summary>
    [GeneratedRegex(""""
        '(\\.|[^'\\])'|"{3,}[\s\S]*?"{3,}|(@\$?|\$@)"([^"]|"")*"|\$?@?"([^"\\\r\n]|\\.)*"
        """", Options, Milliseconds)]
    public static partial Regex Literal();

    /// <summary>A password or key inside a connection string.</summary>
    [GeneratedRegex(
        """\b(password|pwd|accountkey|sharedaccesskey|sharedsecret|access[ ]?key|client[ ]?secret|sig)\s*=\s*(?<secret>[^;&"'{}\s][^;&"'{}\r\n]{2,}?)(?=\\?["';&\r\n]|$)""",
        Options | RegexOptions.IgnoreCase, Milliseconds)]
    public static partial Regex ConnectionString();

    /// <summary>The head of a private key.</summary>
    [GeneratedRegex(@"-----BEGIN ([A-Z0-9]+ )*PRIVATE KEY( BLOCK)?-----", Options, Milliseconds)]
    public static partial Regex PrivateKeyHead();

    [GeneratedRegex(@"-----BEGIN ([A-Z0-9]+ )*PRIVATE KEY( BLOCK)?-----[\s\S]*?-----END ([A-Z0-9]+ )*PRIVATE KEY( BLOCK)?-----", Options, Milliseconds)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"\b(AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b", Options, Milliseconds)]
    private static partial Regex Aws();

    [GeneratedRegex(@"\b(gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{22,255})\b", Options, Milliseconds)]
    private static partial Regex GitHub();

    [GeneratedRegex(@"\bgl(pat|dt|rt|ptt)-[A-Za-z0-9_-]{20,}", Options, Milliseconds)]
    private static partial Regex GitLab();

    [GeneratedRegex(@"\bxox[abeoprs]-[A-Za-z0-9-]{10,}|\bxapp-[0-9]-[A-Za-z0-9-]{10,}", Options, Milliseconds)]
    private static partial Regex Slack();

    [GeneratedRegex(@"https://hooks\.slack\.com/(services|workflows|triggers)/(?<secret>[A-Za-z0-9+/]{20,})", Options, Milliseconds)]
    private static partial Regex SlackHook();

    [GeneratedRegex(@"\bAIza[A-Za-z0-9_-]{35}|\bGOCSPX-[A-Za-z0-9_-]{20,}|\bya29\.[A-Za-z0-9_-]{20,}", Options, Milliseconds)]
    private static partial Regex Google();

    // OpenAI's, Anthropic's, DashScope's, DeepSeek's and those of many who followed.
    [GeneratedRegex(@"\bsk-[A-Za-z0-9_-]{20,}", Options, Milliseconds)]
    private static partial Regex OpenAI();

    [GeneratedRegex(@"\b([rs]k_(live|test|prod)|whsec)_[A-Za-z0-9]{16,}", Options, Milliseconds)]
    private static partial Regex Stripe();

    [GeneratedRegex(@"\b(hf|api_org)_[A-Za-z0-9]{30,}\b", Options, Milliseconds)]
    private static partial Regex HuggingFace();

    [GeneratedRegex(@"\b(oy2[a-z0-9]{43}|npm_[A-Za-z0-9]{36}|pypi-[A-Za-z0-9_-]{50,})", Options, Milliseconds)]
    private static partial Regex NuGetAndNpm();

    [GeneratedRegex(@"\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{32,}", Options, Milliseconds)]
    private static partial Regex SendGrid();

    [GeneratedRegex(@"\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]*", Options, Milliseconds)]
    private static partial Regex Jwt();

    [GeneratedRegex(@"\b([Bb]earer|[Bb]asic) (?<secret>[A-Za-z0-9+/_.~-]{16,}=*)", Options, Milliseconds)]
    private static partial Regex Bearer();

    [GeneratedRegex("""\b[a-z][a-z0-9+.-]{1,20}://[^\s/:@"']{1,100}:(?<secret>[^\s/:@"'{}]{3,200})@""", Options | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex UrlPassword();

    // A name that says what it holds, and a literal without spaces: words for people have some. Holes of
    // interpolated strings are code, and are left alone.
    [GeneratedRegex(
        """(password|passwd|passphrase|pwd|secret|credential)\w{0,30}["\])]*(\s{0,4}\{[^{}"]{0,60}\})?\s{0,4}([!=]?=|:|\?\?=?|,)\s{0,8}[@$]{0,2}"(?<secret>[^"\s{}\\]{6,500})(?=")""",
        Options | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex PasswordAssignment();

    // Names that also mean harmless things (the tokens of a parser), so the literal must look like a key: it has a digit.
    [GeneratedRegex(
        """(api_?key|access_?key|account_?key|auth_?key|private_?key|token)\w{0,30}["\])]*(\s{0,4}\{[^{}"]{0,60}\})?\s{0,4}([!=]?=|:|\?\?=?|,)\s{0,8}[@$]{0,2}"(?<secret>(?=[^"]{0,500}[0-9])[^"\s{}\\]{8,500})(?=")""",
        Options | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex KeyAssignment();
}
