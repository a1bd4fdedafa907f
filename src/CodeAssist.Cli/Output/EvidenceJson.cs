using CodeAssist.Repair.Evidence;
using CodeAssist.Repair.Proposing;

namespace CodeAssist.Cli.Output;

/// <summary>A record of evidence in JSON: hashes and outcomes, no source text.</summary>
internal sealed record EvidenceJson(
    DateTime Time, string DiagnosticId, string File, int Line, string RegionBefore, string? TextAfter, string Proposer, ModelExchange? Exchange,
    int Round, bool Accepted, string? Reason, IReadOnlyList<CheckJson> Checks, string ToolVersion)
{
    public static EvidenceJson Of(EvidenceRecord record) => new(
        record.Time, record.DiagnosticId, record.File, record.Line, record.RegionBefore, record.TextAfter, record.Proposer, record.Exchange,
        record.Round, record.Accepted, record.Reason, [.. record.Checks.Select(CheckJson.Of)], record.ToolVersion);
}
