using System.Globalization;
using CodeAssist.Repair.Context;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair;

/// <summary>
/// What a repository says about model fixes (<c>.editorconfig</c>, <c>.globalconfig</c>, project): it can only tighten. A value that is not understood counts as the tighter one.
/// </summary>
public static class RepositoryLimits
{
    private static readonly string[] NotExcluded = ["false", "off", "no", "unset"];
    private static readonly string[] NotOff = ["on", "true", "yes", "unset"];

    /// <summary>Whether a value of <c>codeassist.model_fixes</c> or <c>CodeAssistModelFixes</c> turns model fixes off; null is a value that is not set.</summary>
    public static bool ModelsAreOff(string? value) => Limits(value, NotOff);

    /// <summary>Whether a value of <c>codeassist.exclude</c> keeps a file out of prompts; null is a value that is not set.</summary>
    public static bool IsExcluded(string? value) => Limits(value, NotExcluded);

    /// <summary>Why no code of the document may be sent; null where it may.</summary>
    public static async Task<string?> RefusalAsync(Document document, CancellationToken cancellation)
    {
        if (ModelsAreOff(ValueOf(document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions, "build_property.CodeAssistModelFixes")))
            return Messages.Get("OffByProject");
        if (await OptionsAsync(document, cancellation).ConfigureAwait(false) is not { } options)
            return null;
        if (ModelsAreOff(ValueOf(options, "build_property.CodeAssistModelFixes")))
            return Messages.Get("OffByProject");
        if (ModelsAreOff(ValueOf(options, "codeassist.model_fixes")))
            return Messages.Get("OffByEditorConfig");
        if (IsExcluded(ValueOf(options, "codeassist.exclude")))
            return Messages.Get("FileExcluded", document.FilePath ?? document.Name);
        return MaxTokensText(options) is { } text && Parse(text) is null ? Messages.Get("MaxTokensUnreadable", text) : null;
    }

    /// <summary>Why no text of a file may be sent; null where it may, or where the solution doesn't know the file.</summary>
    public static async Task<string?> RefusalAsync(Solution solution, string path, CancellationToken cancellation)
    {
        foreach (var id in solution.GetDocumentIdsWithFilePath(path))
        {
            if (solution.GetDocument(id) is { } document && await RefusalAsync(document, cancellation).ConfigureAwait(false) is { } reason)
                return reason;
        }

        return null;
    }

    /// <summary>Whether a project keeps a file that is none of its sources from models.</summary>
    public static bool Excludes(Project project, string path)
    {
        var options = project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(new NamedText(path));
        return IsExcluded(ValueOf(options, "codeassist.exclude")) || ModelsAreOff(ValueOf(options, "codeassist.model_fixes"));
    }

    /// <summary>Says for the files of a solution why their text may not be sent; any project that holds a file may keep it out.</summary>
    public static FileRefusal RefusalIn(Solution solution) => (path, cancellation) => RefusalAsync(solution, path, cancellation);

    /// <summary>How many tokens the repository allows a prompt for this document; null where it says nothing.</summary>
    public static async Task<int?> MaxTokensAsync(Document document, CancellationToken cancellation) =>
        await OptionsAsync(document, cancellation).ConfigureAwait(false) is { } options && MaxTokensText(options) is { } text ? Parse(text) : null;

    private static async Task<AnalyzerConfigOptions?> OptionsAsync(Document document, CancellationToken cancellation) =>
        await document.GetSyntaxTreeAsync(cancellation).ConfigureAwait(false) is { } tree
            ? document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(tree)
            : null;

    private static string? MaxTokensText(AnalyzerConfigOptions options) =>
        options.TryGetValue("codeassist.max_tokens", out var text) && text.Trim() is { Length: > 0 } value && value != "unset" ? value : null;

    private static int? Parse(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string? ValueOf(AnalyzerConfigOptions options, string key) => options.TryGetValue(key, out var value) ? value : null;

    // Anything but a value that means "no limit".
    private static bool Limits(string? value, string[] without) =>
        value?.Trim() is { Length: > 0 } text && !without.Contains(text, StringComparer.OrdinalIgnoreCase);

    // Options are asked for by the path of a text; the text itself is not read.
    private sealed class NamedText(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => null;
    }
}
