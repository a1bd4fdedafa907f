using CodeAssist.Models;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CodeAssist.Cli.Connecting;

/// <summary>
/// Sends traces and metrics of the requests to models to where OpenTelemetry's own variables say. Only where the user
/// asks for it; none of a prompt's or reply's text is in them.
/// </summary>
internal sealed class TelemetryExport : IDisposable
{
    /// <summary>Switches the export on: <c>otlp</c>.</summary>
    public const string Variable = "CODEASSIST_TELEMETRY";

    private const string Otlp = "otlp";

    private readonly TracerProvider? _traces;
    private readonly MeterProvider? _metrics;

    private TelemetryExport()
    {
        var resource = ResourceBuilder.CreateEmpty().AddService("codeassist", serviceVersion: ToolVersion.Text);
        _traces = OpenTelemetry.Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(ModelTelemetry.Source).AddOtlpExporter().Build();
        _metrics = OpenTelemetry.Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(ModelTelemetry.Source).AddOtlpExporter().Build();
        // What builds and analyzers have no business with.
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_HEADERS", null);
    }

    /// <summary>The export that the environment asks for, or null; a word that nobody knows ends the command.</summary>
    public static TelemetryExport? FromEnvironment() => Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" or "off" => null,
        Otlp => new TelemetryExport(),
        var other => throw ToolException.Usage("UnknownTelemetry", Variable, other, Otlp),
    };

    /// <summary>Sends what is left.</summary>
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }
}
