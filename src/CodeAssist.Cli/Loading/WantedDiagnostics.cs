using Microsoft.CodeAnalysis;

namespace CodeAssist.Cli.Loading;

/// <summary>Diagnostics that the user asks for by name.</summary>
internal static class WantedDiagnostics
{
    /// <summary>
    /// The solution in which rules that are off only by default report: who names an ID wants to see it. What the
    /// user's own configuration says of an ID stays as it is.
    /// </summary>
    public static Solution SwitchOn(Solution solution, IReadOnlyCollection<string> ids)
    {
        if (ids.Count == 0)
            return solution;
        foreach (var project in solution.Projects.Where(project => project.Language == LanguageNames.CSharp).ToList())
        {
            var options = project.CompilationOptions!;
            var off = project.AnalyzerReferences
                .SelectMany(reference => reference.GetAnalyzers(LanguageNames.CSharp))
                .SelectMany(analyzer => analyzer.SupportedDiagnostics)
                .Where(rule => !rule.IsEnabledByDefault && ids.Contains(rule.Id, StringComparer.OrdinalIgnoreCase))
                .Select(rule => rule.Id)
                .Where(id => !options.SpecificDiagnosticOptions.ContainsKey(id) && !IsConfigured(options, id))
                .Distinct()
                .ToList();
            if (off.Count > 0)
            {
                solution = solution.WithProjectCompilationOptions(project.Id, options.WithSpecificDiagnosticOptions(
                    options.SpecificDiagnosticOptions.Concat(off.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Info)))));
            }
        }

        return solution;
    }

    private static bool IsConfigured(CompilationOptions options, string id) =>
        options.SyntaxTreeOptionsProvider?.TryGetGlobalDiagnosticValue(id, CancellationToken.None, out _) == true;
}
