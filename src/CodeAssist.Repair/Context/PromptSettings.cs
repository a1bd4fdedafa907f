using System.Globalization;

namespace CodeAssist.Repair.Context;

/// <summary>The language in which a model is instructed.</summary>
public enum PromptLanguage
{
    /// <summary>English.</summary>
    English,

    /// <summary>Simplified Chinese.</summary>
    Chinese,
}

/// <summary>What the user, and nobody else, says about prompts.</summary>
/// <param name="Language">The language of the instructions.</param>
/// <param name="Conventions">The file, relative to the repository's root, whose conventions are quoted; null quotes none.</param>
public sealed record PromptSettings(PromptLanguage Language = PromptLanguage.English, string? Conventions = null)
{
    /// <summary>The file that is quoted where the user names no other.</summary>
    public const string UsualConventions = "AGENTS.md";

    /// <summary>English, and no conventions.</summary>
    public static PromptSettings Default { get; } = new();

    // The neutral resources are the English ones, whatever language the user has.
    internal CultureInfo Culture => Language == PromptLanguage.Chinese ? CultureInfo.GetCultureInfo("zh-Hans") : CultureInfo.InvariantCulture;

    /// <summary>Whether a name is that of a file below the root that it is relative to.</summary>
    public static bool IsBelowRoot(string name) =>
        name.Trim().Length > 0 && name[0] is not ('/' or '\\') && name.IndexOf(':') < 0 && name.IndexOfAny(Path.GetInvalidPathChars()) < 0 && !name.Split('/', '\\').Contains("..");
}
