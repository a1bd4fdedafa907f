using System.Text.Json.Serialization;

namespace CodeAssist.Cli.Output;

/// <summary>
/// A log in SARIF 2.1.0 (OASIS Standard, errata 01), as far as we write it. Lines and columns count from 1, columns in
/// UTF-16 code units; what is null is left out.
/// </summary>
internal sealed record SarifLog(IReadOnlyList<SarifLog.Run> Runs)
{
    [JsonPropertyName("$schema")]
    [JsonPropertyOrder(-2)]
    public string Schema => "https://json.schemastore.org/sarif-2.1.0.json";

    [JsonPropertyOrder(-1)]
    public string Version => "2.1.0";

    internal sealed record Run(
        Tool Tool, IReadOnlyList<Invocation> Invocations, IReadOnlyDictionary<string, ArtifactLocation> OriginalUriBaseIds, IReadOnlyList<Result> Results)
    {
        public string ColumnKind => "utf16CodeUnits";
    }

    internal sealed record Tool(Driver Driver);

    internal sealed record Driver(string Name, string Version, string InformationUri, string Language, IReadOnlyList<Rule> Rules);

    internal sealed record Rule(
        string Id, string? Name, Message ShortDescription, Message FullDescription, Message Help, string? HelpUri, Configuration DefaultConfiguration, RuleProperties Properties);

    internal sealed record Configuration(string Level, bool Enabled);

    internal sealed record RuleProperties(string Category, IReadOnlyList<string> Tags);

    internal sealed record Message(string Text);

    internal sealed record Invocation(bool ExecutionSuccessful, int ExitCode, IReadOnlyList<Notification> ToolExecutionNotifications);

    internal sealed record Notification(string Level, Message Message, Reference Descriptor);

    internal sealed record Reference(string Id);

    internal sealed record Result(
        string RuleId, int RuleIndex, string Level, Message Message, IReadOnlyList<Location> Locations, IReadOnlyList<Location>? RelatedLocations,
        IReadOnlyDictionary<string, string>? PartialFingerprints, string? BaselineState, IReadOnlyList<Suppression>? Suppressions);

    internal sealed record Location(PhysicalLocation PhysicalLocation, int? Id = null);

    internal sealed record PhysicalLocation(ArtifactLocation ArtifactLocation, Region? Region);

    internal sealed record ArtifactLocation(string Uri, string? UriBaseId = null);

    internal sealed record Region(int StartLine, int StartColumn, int EndLine, int EndColumn);

    internal sealed record Suppression(string Kind, string Status, string Justification);
}
