using Microsoft.CodeAnalysis;

namespace CodeAssist.Repair.Gate;

/// <summary>
/// Compilations that bind on the thread that asks. The compiler hands each namespace and type of a compilation to a task of its
/// own, and waits for all of them, also where it is asked for one body.
/// </summary>
internal static class OneThread
{
    /// <summary>The same compilation, which has bound nothing yet.</summary>
    public static Compilation Of(Compilation compilation) => compilation.WithOptions(compilation.Options.WithConcurrentBuild(false));

    /// <summary>A model of the same tree in such a compilation.</summary>
    public static SemanticModel ModelOf(SemanticModel model) => Of(model.Compilation).GetSemanticModel(model.SyntaxTree);
}
