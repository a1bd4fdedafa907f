using System.Text.Json;
using CodeAssist.Analyzers;

namespace CodeAssist.Cli.Baselines;

/// <summary>One run of a SARIF log.</summary>
/// <param name="run">The run's JSON.</param>
internal sealed class SarifRun(JsonElement run)
{
    // By ID: 2.1.0 lists the rules of the driver and its extensions, 1.0.0 has them as an object.
    private readonly HashSet<string> _errors =
    [
        .. Rules(run).Where(rule => (rule.Body.Member("defaultConfiguration")?.Text("level") ?? rule.Body.Text("defaultLevel")) == "error").Select(rule => rule.Id),
    ];

    /// <summary>The findings that are not suppressed.</summary>
    public IEnumerable<LoggedFinding> Findings() => run.List("results").Where(IsFinding).Select(Finding).OfType<LoggedFinding>();

    // A result may also say that all is well, that it is gone, or that somebody silenced it.
    private static bool IsFinding(JsonElement result) =>
        result.Text("kind") is null or "fail"
        && result.Text("baselineState") is not "absent"
        && !result.List("suppressions").Any(suppression => suppression.Text("status") is null or "accepted")
        && !result.List("suppressionStates").Any();

    private LoggedFinding? Finding(JsonElement result)
    {
        if ((result.Text("ruleId") ?? result.Member("rule")?.Text("id")) is not { Length: > 0 } id)
            return null;
        var physical = Physical(result);
        return new LoggedFinding(
            id,
            result.Text("message") ?? result.Member("message")?.Text("text") ?? string.Empty,
            FingerprintOf(result),
            physical is { } place ? PathOf(place) : null,
            physical?.Member("region") is { } region ? RegionOf(region) : null,
            _errors.Contains(id));
    }

    // 1.0.0 calls it resultFile; analysisTarget is the file that was scanned, which is the same where it stands alone.
    private static JsonElement? Physical(JsonElement result)
    {
        foreach (var location in result.List("locations"))
            return location.Member("physicalLocation") ?? location.Member("resultFile") ?? location.Member("analysisTarget");
        return null;
    }

    private static string? FingerprintOf(JsonElement result)
    {
        foreach (var name in new[] { DiagnosticProperties.Fingerprint, DiagnosticProperties.ForeignFingerprint })
        {
            if ((result.Member("partialFingerprints")?.Text(name) ?? result.Member("properties")?.Member("customProperties")?.Text(name)) is { } fingerprint)
                return fingerprint;
        }

        return null;
    }

    private string? PathOf(JsonElement place)
    {
        var artifact = place.Member("artifactLocation") ?? place;
        var uri = artifact.Text("uri");
        if (uri is null && artifact.Number("index") is { } index && run.List("artifacts").ElementAtOrDefault(index).Member("location") is { } listed)
        {
            artifact = listed;
            uri = listed.Text("uri");
        }

        return uri is null ? null : LocalPath(uri, artifact.Text("uriBaseId"), depth: 0);
    }

    // A base may itself be relative to another; a log that turns in circles ends.
    private string? LocalPath(string uri, string? baseId, int depth)
    {
        if (Uri.TryCreate(uri, UriKind.Absolute, out var absolute))
            return absolute.IsFile ? absolute.LocalPath : null;
        var relative = Uri.UnescapeDataString(uri);
        if (baseId is null || depth > 8)
            return Path.GetFullPath(relative);
        return run.Member("originalUriBaseIds")?.Member(baseId) is { } origin && origin.Text("uri") is { } folder
            ? LocalPath(folder, origin.Text("uriBaseId"), depth + 1) is { } local ? Path.GetFullPath(relative, local) : null
            : Path.GetFullPath(relative);
    }

    private static LoggedRegion? RegionOf(JsonElement region) =>
        region.Number("startLine") is { } startLine && region.Number("startColumn") is { } startColumn && region.Number("endColumn") is { } endColumn
            ? new LoggedRegion(startLine, startColumn, region.Number("endLine") ?? startLine, endColumn)
            : null;

    private static IEnumerable<(string Id, JsonElement Body)> Rules(JsonElement run)
    {
        if (run.Member("rules") is { ValueKind: JsonValueKind.Object } byId)
            return byId.EnumerateObject().Select(rule => (rule.Value.Text("id") ?? rule.Name, rule.Value));
        var tool = run.Member("tool");
        var components = (tool?.List("extensions") ?? []).Concat(tool?.Member("driver") is { } driver ? [driver] : []);
        return components.SelectMany(component => component.List("rules")).Select(rule => (rule.Text("id") ?? string.Empty, rule));
    }
}
