using System.Collections.Immutable;
using CodeAssist.Analyzers;
using CodeAssist.Eval.Execution;
using CodeAssist.Eval.Repairing;
using CodeAssist.Repair.Gate;
using CodeAssist.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Eval.Tests.Repairing;

/// <summary>Our own repair suite, and what it takes to try a case of it: one runner for all tests of it.</summary>
public sealed class Suite : IAsyncLifetime
{
    // A case that loops for ever is stopped after this.
    private static readonly RunLimits Limits = RunLimits.Default with { Time = TimeSpan.FromSeconds(5) };

    private SandboxRunner? _runner;

    public static string Folder { get; } = Repository.PathOf("samples", "repair-suite");

    public static ImmutableArray<RepairCase> Cases { get; } = RepairCaseReader.ReadAll(Folder);

    public RepairGate Gate { get; } = new();

    public RepairTrial Trial { get; private set; } = null!;

    public static RepairCase Case(string id) => Cases.Single(each => each.Id == id);

    public async Task InitializeAsync()
    {
        _runner = new SandboxRunner(await Confinement.CreateAsync(allowUnconfined: false, CancellationToken.None), 2);
        ImmutableArray<MetadataReference> references = new ProgramCompiler().References;
        ImmutableArray<DiagnosticAnalyzer> rules =
        [
            .. typeof(CodeAssistAnalyzer).Assembly.GetTypes()
                .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];
        Trial = new RepairTrial(new CaseProject(references, rules), references, Gate, _runner, Limits);
    }

    public async Task DisposeAsync() => await _runner!.DisposeAsync();
}

/// <summary>The classes whose tests try cases.</summary>
[CollectionDefinition(nameof(TrialTests))]
public class TrialTests : ICollectionFixture<Suite>;
