using CodeAssist.Repair.Gate;

namespace CodeAssist.Cli.Output;

/// <summary>The result of <c>verify --format json</c>.</summary>
internal sealed record VerdictJson(string Verdict, IReadOnlyList<CheckJson> Checks)
{
    public static VerdictJson Of(Verdict verdict) =>
        new(verdict.Accepted ? "accepted" : "rejected", [.. verdict.Checks.Select(CheckJson.Of)]);
}
