using System.Text.RegularExpressions;

namespace CodeAssist.Cli.Loading;

/// <summary>Why a project could not be loaded.</summary>
/// <param name="File">The project's path.</param>
/// <param name="Reason">The reason.</param>
internal sealed partial record LoadFailure(string File, string Reason)
{
    /// <summary>Takes a message of the workspace apart: the path is said once, not twice.</summary>
    /// <param name="message">"Msbuild failed when processing the file '&lt;path&gt;' with message: &lt;reason&gt;", in the user's language.</param>
    /// <param name="otherwise">The path where the message names none.</param>
    public static LoadFailure Of(string message, string otherwise) =>
        MessagePattern().Match(message) is { Success: true } match
            ? new LoadFailure(match.Groups["file"].Value, match.Groups["reason"].Value)
            : new LoadFailure(otherwise, message);

    [GeneratedRegex(@"^[^'""“”]*['""“](?<file>[^'""“”]+proj)['""”][^:：]*[:：]\s*(?<reason>.+)$", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex MessagePattern();
}
