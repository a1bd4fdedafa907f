using CodeAssist.Analyzers.Baselines;
using CodeAssist.Cli.Diagnosing;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Cli.Baselines;

/// <summary>Tells the findings that a baseline knows from new ones.</summary>
/// <param name="ofProjects">The projects' own baselines.</param>
/// <param name="named">The one that the user named, which stands in for those of the projects; or null.</param>
internal sealed class KnownFindings(IReadOnlyDictionary<ProjectId, Baseline> ofProjects, Baseline? named)
{
    /// <summary>Whether there is any baseline.</summary>
    public bool Any => named is not null || ofProjects.Count > 0;

    /// <summary>The report with the known findings set apart.</summary>
    public DiagnosticReport SetApart(DiagnosticReport report, CancellationToken cancellation)
    {
        if (!Any)
            return report;
        var known = report.Diagnostics.ToLookup(one => IsKnown(one, cancellation) && one.Repeated.All(repeated => IsKnown(repeated, cancellation)));
        return report with { Diagnostics = [.. known[false]], Known = [.. known[true]] };
    }

    private bool IsKnown(ReportedDiagnostic one, CancellationToken cancellation)
    {
        var baseline = named ?? ofProjects.GetValueOrDefault(one.Project.Id);
        return baseline?.Concerns(one.Id, one.Path) == true
            && one.BaselineFingerprint(cancellation) is { } fingerprint
            && baseline.Holds(one.Id, fingerprint, one.Path);
    }
}
