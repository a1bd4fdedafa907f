using CodeAssist.Cli.Loading;
using CodeAssist.Cli.Output;
using CodeAssist.Eval.Execution;
using CodeAssist.Eval.Projects;

namespace CodeAssist.Cli.Injecting;

/// <summary>What a user points at, copied, built and loaded, with its tests run.</summary>
internal sealed class TestedInput : IDisposable
{
    private readonly ScratchTree _tree;
    private readonly LoadedInput _input;

    private TestedInput(ScratchTree tree, LoadedInput input, TestedSolution solution)
    {
        _tree = tree;
        _input = input;
        Solution = solution;
    }

    /// <summary>The solution with its tests.</summary>
    public TestedSolution Solution { get; }

    /// <summary>Opens an input, or ends the command with the reason why it cannot be used.</summary>
    /// <param name="path">A solution, a project or a folder.</param>
    /// <param name="jobs">How many runs of tests at a time.</param>
    /// <param name="confinement">How tests are run; it must live as long as this.</param>
    /// <param name="terminal">Shows how far it is, and notes what is left out.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<TestedInput> OpenAsync(string path, int jobs, Confinement confinement, Terminal terminal, CancellationToken cancellation)
    {
        var full = Path.GetFullPath(path);
        if (!Path.Exists(full))
            throw ToolException.Input("PathMissing", path);
        if (File.Exists(full) && Path.GetExtension(full).ToLowerInvariant() is not (".sln" or ".slnx" or ".slnf" or ".csproj"))
            throw ToolException.Input("InjectNeedsProjects", path);
        var tree = ScratchTree.Of(full, cancellation);
        try
        {
            await terminal.Progress.RunAsync(Texts.Get("Building"), async _ =>
            {
                await tree.BuildAsync(full, cancellation).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
            var input = await new InputLoader(terminal).LoadAsync(tree.PathOf(full), new LoadOptions(Restore: false, OwnAnalyzers.Ids), cancellation).ConfigureAwait(false);
            try
            {
                var solution = await terminal.Progress.RunAsync(Texts.Get("RunningTests"), _ => TestedSolution.OpenAsync(
                    input.Solution, tree.Root, () => tree.Copies(jobs - 1, cancellation), confinement, terminal.Note, cancellation)).ConfigureAwait(false);
                return new TestedInput(tree, input, solution);
            }
            catch
            {
                input.Dispose();
                throw;
            }
        }
        catch
        {
            tree.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _input.Dispose();
        _tree.Dispose();
    }
}
