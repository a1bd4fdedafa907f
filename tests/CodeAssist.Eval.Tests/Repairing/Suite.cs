using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using CodeAssist.Analyzers;
using CodeAssist.Eval.Execution;
using CodeAssist.Eval.Repairing;
using CodeAssist.Repair.Gate;
using CodeAssist.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Eval.Tests.Repairing;

/// <summary>Our own repair suite, and what it takes to try a case of it.</summary>
internal static class Suite
{
    public static string Folder { get; } = Repository.PathOf("samples", "repair-suite");

    public static ImmutableArray<RepairCase> Cases { get; } = RepairCaseReader.ReadAll(Folder);

    public static ImmutableArray<MetadataReference> References { get; } = [.. Net100.References.All];

    public static RepairGate Gate { get; } = new();

    public static RepairTrial Trial { get; } = new(
        new CaseProject(
            References,
            [
                .. typeof(CodeAssistAnalyzer).Assembly.GetTypes()
                    .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
                    .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
            ]),
        References,
        Gate,
        new ProcessRunner(),
        RunLimits.Default with { Time = TimeSpan.FromSeconds(5) });

    public static RepairCase Case(string id) => Cases.Single(each => each.Id == id);
}
