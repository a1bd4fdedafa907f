using CodeAssist.Analyzers.Baselines;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Cli.Baselines;

/// <summary>
/// The baselines that projects bring. The rules would keep silent about what is in them; a command that has to tell
/// known findings from new ones takes them out and asks them afterwards.
/// </summary>
internal static class ProjectBaselines
{
    /// <summary>The solution without baselines, and the baseline of each project that had one.</summary>
    public static (Solution Solution, IReadOnlyDictionary<ProjectId, Baseline> Baselines) TakeOutOf(Solution solution)
    {
        var baselines = new Dictionary<ProjectId, Baseline>();
        foreach (var project in solution.Projects.Where(project => project.Language == LanguageNames.CSharp).ToList())
        {
            var baseline = Baseline.Of(project.AnalyzerOptions);
            if (!baseline.IsEmpty)
                baselines.Add(project.Id, baseline);
            var paths = project.AnalyzerOptions.AdditionalFiles.Where(file => Baseline.IsBaseline(file, project.AnalyzerOptions)).Select(file => file.Path).ToHashSet();
            foreach (var document in project.AdditionalDocuments.Where(document => document.FilePath is { } path && paths.Contains(path)))
                solution = solution.RemoveAdditionalDocument(document.Id);
        }

        return (solution, baselines);
    }
}
