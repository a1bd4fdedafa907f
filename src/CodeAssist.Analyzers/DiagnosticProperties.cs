namespace CodeAssist.Analyzers;

/// <summary>The keys under which a diagnostic carries what its analyzer learned.</summary>
public static class DiagnosticProperties
{
    /// <summary>The finding's fingerprint, version 1: see <see cref="Analyzers.Fingerprint"/>.</summary>
    public const string Fingerprint = "codeassist/v1";

    /// <summary>In a log, the fingerprint of a finding that is not ours, by which a baseline knows it.</summary>
    public const string ForeignFingerprint = "codeassist/foreign/v1";

    /// <summary>The name that the fix writes in place of the flagged one.</summary>
    public const string Replacement = "replacement";

    /// <summary>The type that the fix converts to, as source text.</summary>
    public const string TargetType = "target-type";
}
