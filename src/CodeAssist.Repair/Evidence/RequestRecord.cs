using System.Collections.Immutable;

namespace CodeAssist.Repair.Evidence;

/// <summary>Where it is recorded what leaves the machine.</summary>
public interface IRequestLog
{
    /// <summary>Keeps a record. Must be safe to call from several threads, and must not throw.</summary>
    void Write(RequestRecord record);
}

/// <summary>A prompt that leaves for an endpoint: written before it does, so that one whose answer nobody waits for is on record too.</summary>
/// <param name="Time">When it left, in UTC.</param>
/// <param name="DiagnosticId">What it was about; empty where it was about no diagnostic.</param>
/// <param name="Model">The model's name.</param>
/// <param name="EndpointHost">The host it was sent to.</param>
/// <param name="PromptHash">SHA-256 of the prompt's bytes, lower-case hexadecimal; the attempts carry the same one.</param>
/// <param name="PromptBytes">How many bytes the prompt had.</param>
/// <param name="Files">The paths of the files whose text was in it.</param>
/// <param name="ToolVersion">The version of the program that sent it.</param>
public sealed record RequestRecord(
    DateTime Time, string DiagnosticId, string Model, string EndpointHost, string PromptHash, int PromptBytes, ImmutableArray<string> Files, string ToolVersion);
