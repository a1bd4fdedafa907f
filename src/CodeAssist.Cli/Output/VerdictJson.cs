using System.Text.Json.Serialization;
using CodeAssist.Repair.Gate;

namespace CodeAssist.Cli.Output;

/// <summary>The result of <c>verify --format json</c>; of a diff also the file and the member that it touches.</summary>
internal sealed record VerdictJson(string Verdict, IReadOnlyList<CheckJson> Checks)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? File { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Member { get; init; }

    public static VerdictJson Of(Verdict verdict, string? file) =>
        new(verdict.Accepted ? "accepted" : "rejected", [.. verdict.Checks.Select(CheckJson.Of)]) { File = file, Member = file is null ? null : verdict.Member };
}
