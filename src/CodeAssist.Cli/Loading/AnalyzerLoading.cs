using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Cli.Loading;

/// <summary>Analyzers that a project brings and that cannot be loaded (most often: built for a newer compiler) are noted.</summary>
internal static class AnalyzerLoading
{
    /// <summary>Loads the analyzers of all projects, and notes each that does not load, once.</summary>
    public static void NoteFailures(Solution solution, Action<string> note)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reference in solution.Projects.SelectMany(project => project.AnalyzerReferences).OfType<AnalyzerFileReference>().DistinctBy(reference => reference.FullPath))
        {
            reference.AnalyzerLoadFailed += OnFailure;
            reference.GetAnalyzers(LanguageNames.CSharp);
            reference.AnalyzerLoadFailed -= OnFailure;

            void OnFailure(object? sender, AnalyzerLoadFailureEventArgs e)
            {
                // Most references of a project hold no analyzer at all: a generator, a helper.
                if (e.ErrorCode != AnalyzerLoadFailureEventArgs.FailureErrorCode.NoAnalyzers && seen.Add(reference.FullPath))
                    note(Texts.Get("AnalyzerLeftOut", Path.GetFileName(reference.FullPath) + ": " + e.Message));
            }
        }
    }
}
