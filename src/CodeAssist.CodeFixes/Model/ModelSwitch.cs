namespace CodeAssist.CodeFixes.Model;

/// <summary>What the environment and the kind of host say about model fixes, before any tool is asked.</summary>
/// <param name="variable">The environment.</param>
/// <param name="host">What loaded the code fixes.</param>
internal sealed class ModelSwitch(Func<string, string?> variable, HostKind host)
{
    /// <summary>The variable that decides in hosts without a command line of ours.</summary>
    public const string Variable = "CODEASSIST_MODEL_FIXES";

    private bool IsSetOn => Is("on");

    /// <summary>
    /// Whether the provider waits for the model and offers nothing but checked edits. An IDE never waits, also where
    /// somebody set the variable for a whole session.
    /// </summary>
    public bool Waits => IsSetOn && host != HostKind.Interactive;

    /// <summary>Why nothing is done here whatever the tool says; null where the tool is to be asked.</summary>
    public string? OffReason =>
        Is("off") ? Messages.Get("OffByEnvironment")
        // A configuration that turns model fixes on for the IDE does not yet mean that `dotnet format` may send a whole solution.
        : host == HostKind.Batch && !IsSetOn ? Messages.Get("OffInBatchHost")
        : null;

    private bool Is(string value) => string.Equals(variable(Variable)?.Trim(), value, StringComparison.OrdinalIgnoreCase);
}
