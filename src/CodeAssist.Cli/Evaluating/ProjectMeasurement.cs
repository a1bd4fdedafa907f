using CodeAssist.Cli.Injecting;
using CodeAssist.Cli.Output;
using CodeAssist.Eval.Execution;
using CodeAssist.Eval.Projects;
using CodeAssist.Eval.Repairing;
using CodeAssist.Models.Configuration;
using CodeAssist.Repair.Gate;

namespace CodeAssist.Cli.Evaluating;

/// <summary>What the suite <c>project</c> needs beside its cases: the user's code, built, with its tests.</summary>
internal sealed class ProjectMeasurement : IDisposable
{
    private readonly TestedInput _input;

    private ProjectMeasurement(TestedInput input) => _input = input;

    /// <summary>Scores attempts.</summary>
    public Trial Trial => new ProjectTrial(_input.Solution, new RepairGate());

    /// <summary>Builds the code that a suite is of, or ends the command with the reason why it cannot be used.</summary>
    /// <param name="folder">The folder of the suite.</param>
    /// <param name="model">A baseline, <c>builtin</c>, or a profile's name.</param>
    /// <param name="jobs">How many answers are judged at a time.</param>
    /// <param name="configuration">The user's configuration.</param>
    /// <param name="confinement">How tests are run; it must live as long as this.</param>
    /// <param name="terminal">Shows how far it is.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<ProjectMeasurement> OpenAsync(
        string folder, string model, int jobs, UserConfiguration configuration, Confinement confinement, Terminal terminal, CancellationToken cancellation)
    {
        // What can be told without building is told before.
        RepairCaseReader.ReadAll(folder, ofProject: true);
        var solution = ProjectSuiteFolder.SolutionOf(folder);
        if (!ProposerSources.Names.Contains(model))
            UserConfiguration.ThrowIfDefinedBy(configuration.ResolveProfile(model), solution);
        return new ProjectMeasurement(await TestedInput.OpenAsync(solution, jobs, confinement, terminal, cancellation).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public void Dispose() => _input.Dispose();
}
