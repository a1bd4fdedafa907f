using CodeAssist.Cli.Loading;
using CodeAssist.Cli.Output;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Benchmarks.Gate;

/// <summary>The projects that verdicts are measured on.</summary>
internal static class BenchmarkProject
{
    /// <summary>The variable that names a real project: the path of a solution, project or folder.</summary>
    public const string Variable = "CODEASSIST_BENCHMARK_PROJECT";

    private const int GeneratedFiles = 1000;

    /// <summary>The names of the projects there are: the generated one, and a real one where the variable names it.</summary>
    public static IEnumerable<string> Names => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } ? ["generated", "real"] : ["generated"];

    /// <summary>Loads a project.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="loud">Whether the SDK's analyzers and ours run, ours all as warnings; otherwise only ours, as suggestions.</param>
    public static async Task<Project> LoadAsync(string name, bool loud)
    {
        if (name == "generated")
            return GeneratedProject.Create(GeneratedFiles, loud ? [BenchmarkAnalyzers.Ours, .. BenchmarkAnalyzers.Sdk()] : [BenchmarkAnalyzers.Ours], loud ? BenchmarkAnalyzers.OurIds : []);
        var path = Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException(Variable + " names no project.");
        var input = await new InputLoader(new Terminal(TextReader.Null, TextWriter.Null, Console.Error)).LoadAsync(path, new LoadOptions(Restore: false, []), CancellationToken.None);

        // Of several target frameworks the one with the most code: the others would be judged as flavours too, and a
        // full recompile of one project would be compared with verdicts on several.
        var project = input.Projects.OrderByDescending(each => each.DocumentIds.Count).First();
        var solution = project.Solution;
        foreach (var flavour in solution.Projects.Where(each => each.FilePath == project.FilePath && each.Id != project.Id).ToList())
            solution = solution.RemoveProject(flavour.Id);
        project = solution.GetProject(project.Id)!;
        if (!loud)
            return project.WithAnalyzerReferences([BenchmarkAnalyzers.Ours]);
        var options = project.CompilationOptions!;
        return project
            .WithAnalyzerReferences([BenchmarkAnalyzers.Ours, .. BenchmarkAnalyzers.Sdk()])
            .WithCompilationOptions(options.WithSpecificDiagnosticOptions(
                options.SpecificDiagnosticOptions.SetItems(BenchmarkAnalyzers.OurIds.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Warn)))));
    }
}
