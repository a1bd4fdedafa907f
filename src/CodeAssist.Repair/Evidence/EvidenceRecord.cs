using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CodeAssist.Repair.Gate;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Repair.Evidence;

/// <summary>Where attempts are recorded.</summary>
public interface IEvidenceLog
{
    /// <summary>Keeps a record. Must be safe to call from several threads, and must not throw.</summary>
    void Write(EvidenceRecord record);
}

/// <summary>What is kept of one attempt: no source text.</summary>
/// <param name="Time">When the attempt ended, in UTC.</param>
/// <param name="DiagnosticId">The diagnostic's ID.</param>
/// <param name="File">The document's path.</param>
/// <param name="Line">The diagnostic's line, counted from 1.</param>
/// <param name="RegionBefore">SHA-256 of the region's text before, lower-case hexadecimal.</param>
/// <param name="TextAfter">SHA-256 of the document's text with the edit; null where there was none.</param>
/// <param name="Proposer">Who proposed.</param>
/// <param name="Exchange">The exchange with the model; null where there was none.</param>
/// <param name="Round">Zero for the first, then one for each time the gate's findings were fed back.</param>
/// <param name="Flavours">The names of the projects that hold the document, in which it is judged.</param>
/// <param name="Accepted">Whether the gate accepted.</param>
/// <param name="Reason">Why there is no accepted edit; null where there is one.</param>
/// <param name="Checks">The checks that ran.</param>
/// <param name="ToolVersion">The version of this assembly.</param>
public sealed record EvidenceRecord(
    DateTime Time,
    string DiagnosticId,
    string File,
    int Line,
    string RegionBefore,
    string? TextAfter,
    string Proposer,
    Proposing.ModelExchange? Exchange,
    int Round,
    ImmutableArray<string> Flavours,
    bool Accepted,
    string? Reason,
    ImmutableArray<CheckResult> Checks,
    string ToolVersion)
{
    internal static EvidenceRecord Of(RepairRequest request, Attempt attempt) => new(
        DateTime.UtcNow,
        request.Diagnostic.Id,
        request.Document.FilePath ?? request.Document.Name,
        request.Diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1,
        Hash(request.Text.ToString((attempt.Proposal.Region ?? request.Region).Span)),
        attempt.Proposal.NewText is { } text ? Hash(text.ToString()) : null,
        attempt.Proposer.Name,
        attempt.Proposal.Exchange,
        attempt.Round,
        FlavoursOf(request.Document),
        attempt.Verdict?.Accepted ?? false,
        attempt.Verdict?.Failure?.Reason ?? attempt.Proposal.NothingReason,
        attempt.Verdict?.Checks ?? ImmutableArray<CheckResult>.Empty,
        typeof(EvidenceRecord).Assembly.GetName().Version?.ToString() ?? "0");

    private static ImmutableArray<string> FlavoursOf(Document document) =>
        new[] { document.Project.Name }
            .Concat(document.GetLinkedDocumentIds().Select(id => document.Project.Solution.GetProject(id.ProjectId)?.Name ?? string.Empty))
            .Distinct(StringComparer.Ordinal)
            .ToImmutableArray();

    /// <summary>SHA-256 of a text's UTF-8 bytes, lower-case hexadecimal.</summary>
    public static string Hash(string text)
    {
        using var sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(text)).Select(value => value.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
