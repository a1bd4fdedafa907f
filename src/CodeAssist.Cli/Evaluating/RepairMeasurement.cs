using CodeAssist.Cli.Connecting;
using CodeAssist.Cli.Loading;
using CodeAssist.Cli.Output;
using CodeAssist.Cli.Repairing;
using CodeAssist.Eval.Execution;
using CodeAssist.Eval.Repairing;
using CodeAssist.Eval.Suites;
using CodeAssist.Models;
using CodeAssist.Models.Configuration;
using CodeAssist.Repair.Evidence;
using CodeAssist.Repair.Gate;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Cli.Evaluating;

/// <summary>The suites <c>repair</c> and <c>project</c> as <c>eval</c> runs them: the tool's own rules, and whoever the user named as the proposer.</summary>
internal sealed class RepairMeasurement : IDisposable
{
    private readonly IDisposable? _client;

    private RepairMeasurement(ISuite suite, IDisposable? client)
    {
        Suite = suite;
        _client = client;
    }

    /// <summary>The suite.</summary>
    public ISuite Suite { get; }

    /// <summary>Sets the measurement up; a profile that does not exist or may not be used ends the command.</summary>
    /// <param name="folder">The folder of the cases.</param>
    /// <param name="trial">Scores attempts.</param>
    /// <param name="model">A baseline, <c>builtin</c>, or a profile's name.</param>
    /// <param name="rounds">How often the gate's findings are fed back to a model.</param>
    /// <param name="configuration">The user's configuration.</param>
    /// <param name="keepText">Whether correct fixes are kept as training examples.</param>
    public static RepairMeasurement Of(string folder, Trial trial, string model, int rounds, UserConfiguration configuration, bool keepText)
    {
        if (ProposerSources.Named(model, trial) is { } source)
            return new RepairMeasurement(new RepairSuite(folder, trial, source, Diff, keepText), null);

        // Without the cache of replies: it keeps only what was accepted, and would answer in the model's place.
        var profile = configuration.ResolveProfile(model);
        UserConfiguration.ThrowIfDefinedBy(profile, folder);
        var client = ModelClientFactory.Create(profile, ModelClients.Options with { Ledger = EvidenceFile.OfUser() });
        return new RepairMeasurement(new RepairSuite(folder, trial, ProposerSources.Of(new RepositoryGuard(client, rounds)), Diff, keepText), client);
    }

    /// <summary>The trial of cases that are programs of their own.</summary>
    /// <param name="runner">Runs the hidden tests.</param>
    public static Trial TrialOf(IProgramRunner runner)
    {
        var references = new ProgramCompiler().References;
        return new RepairTrial(new CaseProject(references, OwnAnalyzers.All), references, new RepairGate(), runner, RunLimits.Default);
    }

    /// <inheritdoc/>
    public void Dispose() => _client?.Dispose();

    private static string Diff(string path, string before, string after) =>
        string.Join('\n', [$"--- a/{path}", $"+++ b/{path}", .. UnifiedDiff.Hunks(SourceText.From(before), SourceText.From(after))]);
}
