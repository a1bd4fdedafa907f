using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Eval.Repairing;

/// <summary>
/// The program that runs a case's hidden tests: the case's sources, its tests, the assertions that tests use, and an
/// entry point that calls each test. A test is a public static method without parameters, of a public static class whose
/// name ends in <c>Tests</c>; it fails by throwing.
/// </summary>
public static class HiddenTests
{
    private const string Assertions = "CodeAssist.Eval.Repairing.Assertions";

    private static readonly Lazy<string> AssertionSource = new(() =>
    {
        using var stream = typeof(HiddenTests).Assembly.GetManifestResourceStream(Assertions)
            ?? throw new InvalidOperationException("The assertions are not among the assembly's resources.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    /// <summary>The compilation of the tests and of a program.</summary>
    /// <param name="repairCase">The case.</param>
    /// <param name="sources">Its program: as it stands, or with an edit.</param>
    /// <param name="references">The framework's reference assemblies.</param>
    public static CSharpCompilation Compile(RepairCase repairCase, ImmutableArray<CaseFile> sources, ImmutableArray<MetadataReference> references)
    {
        ArgumentNullException.ThrowIfNull(repairCase);
        var tests = repairCase.Tests.Select(Parse).ToList();
        return CSharpCompilation.Create(
            repairCase.Id,
            [
                Parse(new CaseFile("GlobalUsings.g.cs", CaseProject.ImplicitUsings)),
                Parse(new CaseFile("Check.cs", AssertionSource.Value)),
                Parse(new CaseFile("EntryPoint.cs", EntryPoint(tests.SelectMany(TestsIn)))),
                .. tests,
                .. sources.Select(Parse),
            ],
            references,
            CaseProject.Options.WithOutputKind(OutputKind.ConsoleApplication));
    }

    /// <summary>The names of a case's tests, with their class: <c>OrderBookTests.A_bid_above_the_ask_crosses_the_book</c>.</summary>
    public static ImmutableArray<string> NamesOf(RepairCase repairCase)
    {
        ArgumentNullException.ThrowIfNull(repairCase);
        return [.. repairCase.Tests.Select(Parse).SelectMany(TestsIn)];
    }

    private static SyntaxTree Parse(CaseFile file) => CSharpSyntaxTree.ParseText(file.Text, CaseProject.ParseOptions, file.Path, Encoding.UTF8);

    private static IEnumerable<string> TestsIn(SyntaxTree tree) =>
        from type in tree.GetRoot().ChildNodes().OfType<ClassDeclarationSyntax>()
        where IsPublicStatic(type) && type.Identifier.ValueText.EndsWith("Tests", StringComparison.Ordinal)
        from method in type.Members.OfType<MethodDeclarationSyntax>()
        where IsPublicStatic(method) && method.ParameterList.Parameters.Count == 0
        select type.Identifier.ValueText + "." + method.Identifier.ValueText;

    private static bool IsPublicStatic(MemberDeclarationSyntax member) =>
        member.Modifiers.Any(SyntaxKind.PublicKeyword) && member.Modifiers.Any(SyntaxKind.StaticKeyword);

    // A test returns nothing or a task; the overloads tell them apart, so that no symbol has to be asked.
    private static string EntryPoint(IEnumerable<string> tests)
    {
        var calls = string.Concat(tests.Select(test => $"        await RunAsync(global::{test});\n"));
        return
            $$"""
            internal static class EntryPoint
            {
                internal static async global::System.Threading.Tasks.Task Main()
                {
                    await global::System.Threading.Tasks.Task.CompletedTask;
            {{calls}}    }

                private static global::System.Threading.Tasks.Task RunAsync(global::System.Action test)
                {
                    test();
                    return global::System.Threading.Tasks.Task.CompletedTask;
                }

                private static global::System.Threading.Tasks.Task RunAsync(global::System.Func<global::System.Threading.Tasks.Task> test) => test();
            }

            """;
    }
}
