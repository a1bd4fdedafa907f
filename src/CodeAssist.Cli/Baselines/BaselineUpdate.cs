using CodeAssist.Analyzers.Baselines;
using CodeAssist.Cli.Diagnosing;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Cli.Baselines;

/// <summary>Brings a baseline up to date with what an analysis found.</summary>
internal static class BaselineUpdate
{
    /// <summary>
    /// Writes all findings of the analysis, and keeps of the old lines those of which the analysis can say nothing: of
    /// other IDs, and of files that exist and were not analysed. Gives the number of lines.
    /// </summary>
    public static int Write(BaselineDocument document, DiagnosticReport report, Solution solution, DiagnosticFilter filter, CancellationToken cancellation)
    {
        var analysed = solution.Projects.SelectMany(project => project.Documents).Select(file => file.FilePath).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var kept = (document.Exists ? document.Read() : []).Where(entry => IsBeyond(entry));
        var entries = report.Diagnostics.SelectMany(one => one.Repeated.Prepend(one))
            .Select(one => one.BaselineFingerprint(cancellation) is { } fingerprint ? new BaselineEntry(fingerprint, one.Id, document.Relative(one.Path)) : (BaselineEntry?)null)
            .OfType<BaselineEntry>()
            .Concat(kept)
            .Distinct()
            .ToList();
        document.Write(entries);
        return entries.Count;

        bool IsBeyond(BaselineEntry entry)
        {
            var path = Path.GetFullPath(entry.Path, document.Folder);
            return File.Exists(path) && (!filter.IsWanted(entry.Id) || !analysed.Contains(path));
        }
    }
}
