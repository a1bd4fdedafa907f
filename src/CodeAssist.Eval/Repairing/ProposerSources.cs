using System.Collections.Immutable;
using CodeAssist.Repair;
using CodeAssist.Repair.Proposing;
using CodeAssist.Repair.Proposing.BuiltIn;

namespace CodeAssist.Eval.Repairing;

/// <summary>Those who can be asked to repair a suite: the baselines, the templates, and any proposer.</summary>
public static class ProposerSources
{
    /// <summary>The names of the baselines and of the templates.</summary>
    public static ImmutableArray<string> Names { get; } = ["builtin", "reference", "nothing", "corrupt"];

    /// <summary>The source of a name; null where the name is none of <see cref="Names"/>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="trial">Scores attempts; <c>corrupt</c> asks it which mutations the hidden tests notice.</param>
    public static IProposerSource? Named(string name, Trial trial) => name switch
    {
        "builtin" => Of(new BuiltInProposer()),
        "reference" => new ReferenceSource(),
        "nothing" => Of(new NothingProposer()),
        "corrupt" => new CorruptSource(new Corruption(trial)),
        _ => null,
    };

    /// <summary>The same proposer for every case; where it samples, each sample is another candidate of it.</summary>
    public static IProposerSource Of(IProposer proposer) => new OneSource(proposer);

    private sealed class OneSource(IProposer proposer) : IProposerSource
    {
        public Task<IProposer> ForAsync(RepairCase repairCase, RepairRequest request, int sample, CancellationToken cancellation) =>
            Task.FromResult(proposer is ISamplingProposer sampling && sample > 0 ? new LaterSample(sampling, sample) : proposer);
    }

    private sealed class ReferenceSource : IProposerSource
    {
        public Task<IProposer> ForAsync(RepairCase repairCase, RepairRequest request, int sample, CancellationToken cancellation) =>
            Task.FromResult<IProposer>(KnownEditProposer.OfReference(repairCase));
    }

    private sealed class CorruptSource(Corruption corruption) : IProposerSource
    {
        public async Task<IProposer> ForAsync(RepairCase repairCase, RepairRequest request, int sample, CancellationToken cancellation) =>
            await corruption.FindAsync(repairCase, request, sample, cancellation).ConfigureAwait(false) is { } mutant
                ? mutant.Proposer
                : new NothingProposer(Messages.Get("NoMutantLeft"));
    }

    // Samples of a model differ by their candidate's number, by which replies are kept and drawn.
    private sealed class LaterSample(ISamplingProposer proposer, int sample) : ISamplingProposer
    {
        public string Name => proposer.Name;

        public string? Model => proposer.Model;

        public int FeedbackRounds => proposer.FeedbackRounds;

        public int Candidates => proposer.Candidates;

        public bool Handles(string diagnosticId) => proposer.Handles(diagnosticId);

        public Task<Proposal> ProposeAsync(RepairRequest request, ImmutableArray<Rejection> rejections, CancellationToken cancellation) =>
            ProposeAsync(request, rejections, candidate: 0, cancellation);

        public Task<Proposal> ProposeAsync(RepairRequest request, ImmutableArray<Rejection> rejections, int candidate, CancellationToken cancellation) =>
            proposer.ProposeAsync(request, rejections, (sample * proposer.Candidates) + candidate, cancellation);
    }
}
