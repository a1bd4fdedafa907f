using Basic.Reference.Assemblies;
using CodeAssist.Analyzers.Correctness;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace CodeAssist.CodeFixes.Tests;

/// <summary>The exported provider with the real templates and the real gate, as the testing library drives it: fix, Fix All, nothing left.</summary>
public class TestedProviderTests
{
    [Fact]
    public Task Swapped_arguments_are_put_in_order_one_by_one_and_all_together() => new Test
    {
        TestCode =
            """
            class Boxes
            {
                int Area(int width, int height) => width * 10 + height;

                int Twice(int width, int height) => 2 * Area([|height|], width);

                int Thrice(int width, int height) => 3 * Area([|height|], width);
            }
            """,
        FixedCode =
            """
            class Boxes
            {
                int Area(int width, int height) => width * 10 + height;

                int Twice(int width, int height) => 2 * Area(width, height);

                int Thrice(int width, int height) => 3 * Area(width, height);
            }
            """,
    }.RunAsync();

    private sealed class Test : CSharpCodeFixTest<SwappedArgumentsAnalyzer, BuiltInCodeFixProvider, DefaultVerifier>
    {
        public Test()
        {
            // From a package's resources: no restore while tests run.
            ReferenceAssemblies = new ReferenceAssemblies("net10.0");
            TestState.AdditionalReferences.AddRange(Net100.References.All);

            // The library hands its analyzers over beside the project; the gate looks for them in the project.
            SolutionTransforms.Add((solution, project) => solution.AddAnalyzerReference(project, TestProject.OurAnalyzers));
        }
    }
}
