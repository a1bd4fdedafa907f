namespace CodeAssist.Repair.Gate;

/// <summary>What the checks share of one edit; computed when first asked for.</summary>
internal sealed class GateContext(CandidateEdit edit, IAnalyzerSource analyzers)
{
    public CandidateEdit Edit { get; } = edit;

    public IAnalyzerSource Analyzers { get; } = analyzers;
}
