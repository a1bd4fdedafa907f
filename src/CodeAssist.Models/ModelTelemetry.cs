namespace CodeAssist.Models;

/// <summary>Names of what can be observed.</summary>
public static class ModelTelemetry
{
    /// <summary>The source of the traces and metrics of requests, which follow OpenTelemetry's <c>gen_ai</c> conventions.</summary>
    public const string Source = "CodeAssist.Models";
}
