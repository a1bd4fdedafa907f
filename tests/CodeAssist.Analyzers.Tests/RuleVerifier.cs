using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace CodeAssist.Analyzers.Tests;

/// <summary>
/// Runs one rule over source with markup. <c>[|...|]</c> marks where the rule must report, and nowhere else;
/// <c>{|#0:...|}</c> names a place for expectations about message or further locations. Source must compile.
/// </summary>
internal static class RuleVerifier<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>The rule reports where the markup says, and nowhere else.</summary>
    public static Task VerifyAsync(string source, params DiagnosticResult[] expected) => VerifyAsync(source, null, expected);

    /// <summary>The same with an <c>.editorconfig</c>, other references or a changed project.</summary>
    public static Task VerifyAsync(string source, Action<CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>>? configure, params DiagnosticResult[] expected)
    {
        var test = new RuleTest { TestCode = source };
        test.ExpectedDiagnostics.AddRange(expected);
        configure?.Invoke(test);
        return test.RunAsync();
    }

    /// <summary>An expectation of the rule at a numbered place of the markup.</summary>
    public static DiagnosticResult Diagnostic(int location, params object[] messageArguments) =>
        new DiagnosticResult(new TAnalyzer().SupportedDiagnostics.Single()).WithLocation(location).WithArguments(messageArguments);

    private sealed class RuleTest : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    {
        public RuleTest()
        {
            // From a package's resources: no restore while tests run.
            ReferenceAssemblies = new ReferenceAssemblies("net10.0");
            TestState.AdditionalReferences.AddRange(Net100.References.All);
            CompilerDiagnostics = CompilerDiagnostics.Errors;
        }

        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.Preview);

        protected override CompilationOptions CreateCompilationOptions() =>
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable)
                .WithSpecificDiagnosticOptions(new TAnalyzer().SupportedDiagnostics.Select(
                    // A rule that is off by default is tested switched on.
                    rule => KeyValuePair.Create(rule.Id, rule.IsEnabledByDefault ? ReportDiagnostic.Default : ReportDiagnostic.Info)));
    }
}
