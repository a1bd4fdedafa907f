using System.Globalization;
using CodeAssist.Repair.Context;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Cli.Repairing;

/// <summary>What a repository's <c>.editorconfig</c>, <c>.globalconfig</c> and project say of models, for one file.</summary>
internal sealed class RepositoryLimits
{
    private static readonly string[] NotExcluded = ["false", "off", "no", "unset"];
    private static readonly string[] NotOff = ["on", "true", "yes", "unset"];

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

    /// <summary>Says for the files of a solution why their text may not be sent; any project that holds a file may keep it out.</summary>
    public static FileRefusal RefusalIn(Solution solution) => async (path, cancellation) =>
    {
        foreach (var document in solution.GetDocumentIdsWithFilePath(path).Select(solution.GetDocument).OfType<Document>())
        {
            var limits = await OfAsync(document, cancellation).ConfigureAwait(false);
            if (limits.Refusal(path) is { } refusal)
                return refusal;
        }

        return null;
    };

    /// <summary>Why the file's text may not be sent; null where it may.</summary>
    public string? Refusal(string path)
    {
        if (Says(_options, "codeassist.model_fixes", NotOff) || Says(_global, "build_property.CodeAssistModelFixes", NotOff)
            || Says(_options, "build_property.CodeAssistModelFixes", NotOff))
        {
            return Texts.Get("RepositoryModelsOff", path);
        }

        return Says(_options, "codeassist.exclude", NotExcluded) ? Texts.Get("RepositoryExcludes", path) : null;
    }

    /// <summary>The budget of a prompt: the smaller of what the user's profile and the repository allow.</summary>
    public int PromptTokens(int allowed) =>
        !_options.TryGetValue("codeassist.max_tokens", out var text) || text.Trim() is "" or "unset" ? allowed
        : int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var tokens) ? Math.Min(allowed, tokens)
        : 0;

    // Whether the option is set to anything but a value that means "no limit": what is not understood counts as the tighter value.
    private static bool Says(AnalyzerConfigOptions options, string key, string[] without) =>
        options.TryGetValue(key, out var value) && value.Trim() is { Length: > 0 } text && !without.Contains(text, StringComparer.OrdinalIgnoreCase);
}
