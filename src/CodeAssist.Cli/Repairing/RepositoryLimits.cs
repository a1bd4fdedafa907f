using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Cli.Repairing;

/// <summary>What a repository's <c>.editorconfig</c>, <c>.globalconfig</c> and project say of models, for one file.</summary>
internal sealed class RepositoryLimits
{
    private readonly AnalyzerConfigOptions _options;
    private readonly AnalyzerConfigOptions _global;

    private RepositoryLimits(AnalyzerConfigOptions options, AnalyzerConfigOptions global)
    {
        _options = options;
        _global = global;
    }

    /// <summary>Reads what is said for a document.</summary>
    public static async Task<RepositoryLimits> OfAsync(Document document, CancellationToken cancellation)
    {
        var provider = document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider;
        var tree = await document.GetSyntaxTreeAsync(cancellation).ConfigureAwait(false);
        return new RepositoryLimits(tree is null ? provider.GlobalOptions : provider.GetOptions(tree), provider.GlobalOptions);
    }

    /// <summary>Why the file's text may not be sent; null where it may.</summary>
    public string? Refusal(string path)
    {
        if (Is(_options, "codeassist.model_fixes", "off") || Is(_global, "build_property.CodeAssistModelFixes", "off"))
            return Texts.Get("RepositoryModelsOff", path);
        return Is(_options, "codeassist.exclude", "true") ? Texts.Get("RepositoryExcludes", path) : null;
    }

    /// <summary>The budget of a prompt: the smaller of what the user's profile and the repository allow.</summary>
    public int PromptTokens(int allowed) =>
        _options.TryGetValue("codeassist.max_tokens", out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var tokens)
            ? Math.Min(allowed, tokens)
            : allowed;

    private static bool Is(AnalyzerConfigOptions options, string key, string word) =>
        options.TryGetValue(key, out var value) && value.Trim().Equals(word, StringComparison.OrdinalIgnoreCase);
}
