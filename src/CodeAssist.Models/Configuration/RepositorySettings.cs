using CodeAssist.Repair;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Models.Configuration;

/// <summary>
/// What the <c>.editorconfig</c> files above a source file say of models. They can keep a file out of prompts, and
/// nothing else.
/// </summary>
internal static class RepositorySettings
{
    private const string FileName = ".editorconfig";

    /// <summary>Why the file's text may not be sent; null where it may.</summary>
    /// <param name="path">The file; a relative path lies in no repository.</param>
    public static string? Refusal(string path)
    {
        if (!Path.IsPathFullyQualified(path))
            return null;
        // A link is no way around: what it leads to counts as well.
        return RefusalOf(path) ?? (Target(path) is { } target ? RefusalOf(target) : null);
    }

    private static string? RefusalOf(string path)
    {
        var (configs, unreadable) = ConfigsAbove(path);
        if (unreadable is not null)
            return Messages.Get("ExclusionUnknown", path, unreadable);
        if (configs.Count == 0)
            return null;
        var options = AnalyzerConfigSet.Create(configs).GetOptionsForSourcePath(path).AnalyzerOptions;
        if (RepositoryLimits.ModelsAreOff(options.GetValueOrDefault("codeassist.model_fixes")))
            return Messages.Get("RepositoryModelsOff", path);
        return RepositoryLimits.IsExcluded(options.GetValueOrDefault("codeassist.exclude")) ? Messages.Get("RepositoryExcludes", path) : null;
    }

    // Which of them end the search by "root = true" is the set's to know. What cannot be read may forbid.
    private static (List<AnalyzerConfig> Configs, string? Unreadable) ConfigsAbove(string path)
    {
        var configs = new List<AnalyzerConfig>();
        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var file = Path.Combine(folder, FileName);
            try
            {
                if (File.Exists(file))
                    configs.Add(AnalyzerConfig.Parse(File.ReadAllText(file), file));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return (configs, file);
            }
        }

        return (configs, null);
    }

    private static string? Target(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A link that leads nowhere leads to no text.
            return null;
        }
    }
}
