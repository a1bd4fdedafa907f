using CodeAssist.Repair.Evidence;

namespace CodeAssist.Cli.Doctor;

/// <summary>A prompt that left the machine, as the ledger has it.</summary>
/// <param name="Time">When, in UTC.</param>
/// <param name="Diagnostic">What it was about, or null.</param>
/// <param name="Host">Where it was sent.</param>
/// <param name="Model">Which model was asked.</param>
/// <param name="Bytes">How many bytes it had.</param>
/// <param name="PromptHash">SHA-256 of them.</param>
/// <param name="Files">The files whose text was in it.</param>
internal sealed record SentPrompt(string? Time, string? Diagnostic, string? Host, string? Model, int? Bytes, string? PromptHash, IReadOnlyList<string> Files)
{
    public static SentPrompt Of(EvidenceEntry entry) => new(
        entry.Time, entry.Id, entry.Exchange?.EndpointHost, entry.Exchange?.Model, entry.Exchange?.PromptBytes, entry.Exchange?.PromptHash, entry.Exchange?.Files ?? []);
}
