using System.Collections.Immutable;

namespace CodeAssist.Eval.Execution;

/// <summary>A compiled program, in memory.</summary>
/// <param name="Assembly">The assembly that holds the entry point.</param>
/// <param name="Libraries">Further assemblies that it needs beside the framework.</param>
public sealed record ProgramImage(ImmutableArray<byte> Assembly, ImmutableArray<ImmutableArray<byte>> Libraries)
{
    /// <summary>A program that is one assembly.</summary>
    /// <param name="assembly">The assembly that holds the entry point.</param>
    public ProgramImage(ImmutableArray<byte> assembly)
        : this(assembly, [])
    {
    }
}
