using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Eval.Execution;

/// <summary>What came of compiling a program: an image, or the errors that are in its way.</summary>
/// <param name="Image">The program; null where there are errors.</param>
/// <param name="Errors">The compiler's errors, in the order of the source.</param>
public sealed record CompiledProgram(ProgramImage? Image, ImmutableArray<Diagnostic> Errors)
{
    /// <summary>The errors on lines of their own, as the compiler prints them, without paths.</summary>
    public string ErrorText => string.Join('\n', Errors.Select(error =>
        $"({error.Location.GetLineSpan().StartLinePosition.Line + 1}): {error.Id}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"));
}
