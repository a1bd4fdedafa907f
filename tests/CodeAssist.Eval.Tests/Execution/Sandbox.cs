using CodeAssist.Eval.Execution;

namespace CodeAssist.Eval.Tests.Execution;

/// <summary>One confined runner for all tests of a class.</summary>
public sealed class Sandbox : IAsyncLifetime
{
    private static readonly ProgramCompiler Compiler = new();

    private SandboxRunner? _runner;

    /// <summary>Short, so that what never ends does not hold the suite up; long enough for a machine under load.</summary>
    public static RunLimits Limits { get; } = RunLimits.Default with { Time = TimeSpan.FromSeconds(20) };

    public IProgramRunner Runner => _runner!;

    public async Task InitializeAsync()
    {
        _runner = new SandboxRunner(await Confinement.CreateAsync(allowUnconfined: false, CancellationToken.None), 2);
    }

    public async Task DisposeAsync() => await _runner!.DisposeAsync();

    public Task<RunResult> RunAsync(string source, RunLimits? limits = null)
    {
        var compiled = Compiler.Compile(source, CancellationToken.None);
        Assert.True(compiled.Image is not null, compiled.ErrorText);
        return _runner!.RunAsync(compiled.Image!, limits ?? Limits, CancellationToken.None);
    }
}
