using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Eval.Execution;

/// <summary>Judges one answer as a program: compiles it, refuses what would cheat, runs it.</summary>
/// <param name="runner">Runs what compiles.</param>
/// <param name="limits">How far it may go.</param>
public sealed class ProgramJudge(IProgramRunner runner, RunLimits limits)
{
    private readonly ProgramCompiler _compiler = new();

    /// <summary>The compiler's findings and the run's result.</summary>
    /// <param name="program">The program with its test.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Judgement> JudgeAsync(TestedProgram program, CancellationToken cancellation)
    {
        var compilation = _compiler.Compilation([_compiler.Parse(program.Source, cancellation: cancellation)]);
        var compiled = ProgramCompiler.Emit(compilation, cancellation);
        if (compiled.Image is not { } image)
            return new Judgement(compiled, new RunResult(RunOutcome.CompileError, compiled.ErrorText.Split('\n')[0], string.Empty, TimeSpan.Zero));
        var refusal = TestIntegrity.Problem(compilation, program.Test, program.Subjects, cancellation)
            ?? (ProgramPolicy.Refusal(image) is { } name ? $"not run: it uses {name}, by which a program could reach its own judge" : null);
        return new Judgement(compiled, refusal is null
            ? await runner.RunAsync(image, limits, cancellation).ConfigureAwait(false)
            : new RunResult(RunOutcome.Failed, refusal, string.Empty, TimeSpan.Zero));
    }
}

/// <summary>An answer put together with the test that decides about it.</summary>
/// <param name="Source">The whole text.</param>
/// <param name="Test">Where in it the test is.</param>
/// <param name="Subjects">The names of the members that the test is there to call.</param>
public sealed record TestedProgram(string Source, TextSpan Test, IReadOnlySet<string> Subjects);

/// <summary>What is known of an answer afterwards.</summary>
/// <param name="Compiled">What the compiler said.</param>
/// <param name="Run">How the program ended.</param>
public sealed record Judgement(CompiledProgram Compiled, RunResult Run);
