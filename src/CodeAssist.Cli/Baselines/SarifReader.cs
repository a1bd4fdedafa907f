using System.Text.Json;

namespace CodeAssist.Cli.Baselines;

/// <summary>Reads the findings of a SARIF log: 2.1.0, and 1.0.0 as the compiler writes it by default.</summary>
internal static class SarifReader
{
    /// <summary>The findings that are not suppressed; ends the command where the file is no such log.</summary>
    public static IReadOnlyList<LoggedFinding> Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            using var log = JsonDocument.Parse(stream, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            if (log.RootElement.Member("runs") is not { ValueKind: JsonValueKind.Array } runs)
                throw ToolException.Usage("NotSarif", path);
            return [.. runs.EnumerateArray().SelectMany(run => new SarifRun(run).Findings())];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw ToolException.Usage("SarifUnreadable", path, exception.Message);
        }
        catch (JsonException)
        {
            throw ToolException.Usage("NotSarif", path);
        }
    }
}

/// <summary>A finding of a log.</summary>
/// <param name="Id">The diagnostic's ID.</param>
/// <param name="Message">Its message, in the language of the build.</param>
/// <param name="Fingerprint">Our own fingerprint, where the log has one.</param>
/// <param name="Path">The file's full path; null where the log names none.</param>
/// <param name="Region">The flagged region; null where the log has no end or column.</param>
/// <param name="IsError">Whether the rule is an error by itself, which nothing can silence.</param>
internal sealed record LoggedFinding(string Id, string Message, string? Fingerprint, string? Path, LoggedRegion? Region, bool IsError);

/// <summary>Lines and columns from 1; the end is exclusive.</summary>
internal readonly record struct LoggedRegion(int StartLine, int StartColumn, int EndLine, int EndColumn);
